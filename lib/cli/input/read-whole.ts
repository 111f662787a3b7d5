import { CouldNotRun } from '../could-not-run';

/**
 * Reads an option that is a whole number from 1 on.
 *
 * @throws CouldNotRun if it is none
 */
export function readWhole(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new CouldNotRun(`"${value}" is not a whole number from 1 to 999,999,999`);
  return Number(value);
}
