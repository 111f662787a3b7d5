import { writeFileSync } from 'node:fs';
import { orCouldNotRun } from '../frame/could-not-run';

/**
 * Writes a file.
 *
 * @throws CouldNotRun with the reason, if it cannot be written
 */
export function writeFile(file: string, content: string | Uint8Array): void {
  orCouldNotRun(
    () => writeFileSync(file, content),
    (reason) => `${file} cannot be written: ${reason}`,
  );
}
