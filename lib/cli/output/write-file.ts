import { writeFileSync } from 'node:fs';
import { CouldNotRun } from '../could-not-run';

/**
 * Writes a file.
 *
 * @throws CouldNotRun with the reason, if it cannot be written
 */
export function writeFile(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new CouldNotRun(`${file} cannot be written: ${(error as Error).message}`);
  }
}
