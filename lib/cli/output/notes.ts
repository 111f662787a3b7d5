import { count } from '../../kubernetes/text/count';
import { tell } from '../frame/answer';
import type { GlobalFlags } from '../frame/global-flags';
import type { ReadResult } from '../input/read-result';

/** Prints a line to stderr that nobody misses who asked for quiet. */
export function note(line: string, flags: GlobalFlags): void {
  for (const each of noted([line], flags)) tell(each);
}

/** The lines that nobody misses who asked for quiet. */
export function noted(lines: readonly string[], { quiet = false }: GlobalFlags): readonly string[] {
  return quiet ? [] : lines;
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
