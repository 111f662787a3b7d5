export { type DiagnoseOptions, diagnose } from './diagnose';
export { DIAGNOSES } from './diagnoses';
export type { Diagnosis, Match, Outcome } from './diagnosis';
export type { DiagnosisEntry, DiagnosisReport, Symptom } from './report';
