import type { GlobalFlags } from '../global-flags';
import type { ReadProblem, ReadResult } from '../input/read-manifests';
import { count } from './count';

/** Prints a line to stderr. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Prints a line to stderr that nobody misses who asked for quiet. */
export function note(line: string, { quiet = false }: GlobalFlags): void {
  if (!quiet) tell(line);
}

/** Notes what reading says beside its problems; the files passed over are counted here where no summary counts them. */
export function noteReading({ hints, passedOver }: Pick<ReadResult, 'hints' | 'passedOver'>, flags: GlobalFlags): void {
  for (const hint of hints) note(`hint: ${hint}`, flags);
  if (passedOver.length > 0) note(passedOverText(passedOver.length), flags);
}

/** `3 files without Kubernetes objects passed over`. */
export function passedOverText(files: number): string {
  return `${count(files, 'file')} without Kubernetes objects passed over`;
}

/** `k8s/web.yaml:12:5: is not YAML`, or without a place where there is none. */
export function problemText({ file, line, column, message }: ReadProblem): string {
  return line === null ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`;
}
