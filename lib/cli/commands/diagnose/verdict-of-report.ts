import type { DiagnosisReport } from '../../../diagnosis';
import { isAtLeast } from '../../../lifecycle/severity';
import { CouldNotRun } from '../../could-not-run';
import { stylesFor } from '../../output/terminal';
import type { DiagnoseFlags } from './command';
import { toText } from './text';

/** The clock that was handed in, or that of the machine. */
export function clock(now: string | undefined): string {
  if (now === undefined) return new Date().toISOString();
  if (Number.isNaN(Date.parse(now))) {
    throw new CouldNotRun(`--now '${now}' is not a timestamp; write it like 2026-09-01T10:00:00Z`);
  }
  return new Date(now).toISOString();
}

/** Prints a report in the format that was asked for. */
export function print(report: DiagnosisReport, flags: Pick<DiagnoseFlags, 'output' | 'quiet' | 'color'>): string {
  if (flags.output === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  return toText(report, stylesFor(process.stdout, flags), flags);
}

/** 1 where an entry is as serious as `--fail-on` says. */
export function exitCode({ diagnoses }: DiagnosisReport, { failOn }: Pick<DiagnoseFlags, 'failOn'>): number {
  if (failOn === 'never') return 0;
  return diagnoses.some(({ outcome, severity }) => outcome !== 'ok' && isAtLeast(severity, failOn)) ? 1 : 0;
}
