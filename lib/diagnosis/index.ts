export type { Diagnosis } from './classes/diagnosis';
export { type DiagnoseOptions, diagnose } from './diagnose';
export { DIAGNOSES } from './diagnoses';
export type { Match } from './telling/match';
export type { DiagnosisEntry, DiagnosisReport, Outcome, Symptom } from './telling/report';
