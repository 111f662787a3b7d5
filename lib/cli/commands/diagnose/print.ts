import type { DiagnosisReport } from '../../../diagnosis';
import { isAtLeast } from '../../../lifecycle/severity';
import type { Answer } from '../../frame/answer';
import { stylesFor } from '../../output/terminal';
import type { DiagnoseFlags } from './flags';
import { toText } from './text';

/** Prints a report in the format that was asked for. */
export function print(report: DiagnosisReport, flags: Pick<DiagnoseFlags, 'output' | 'quiet' | 'color'>): string {
  if (flags.output === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  return toText(report, stylesFor(process.stdout, flags), flags);
}

/** A report as the answer, with what it lacks; exit code 1 where an entry is as serious as `--fail-on` says. */
export function answerOf(report: DiagnosisReport, gaps: readonly string[], flags: DiagnoseFlags): Answer {
  return { result: [print(report, flags)], notes: gaps, exitCode: isSerious(report, flags) ? 1 : 0 };
}

function isSerious({ diagnoses }: DiagnosisReport, { failOn }: DiagnoseFlags): boolean {
  return (
    failOn !== 'never' && diagnoses.some(({ outcome, severity }) => outcome !== 'ok' && isAtLeast(severity, failOn))
  );
}
