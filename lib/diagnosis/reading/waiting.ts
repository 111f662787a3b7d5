import type { Severity } from '../../lifecycle/severity';
import { MINUTE } from '../evidence/time';

/** From then on, waiting is a warning. */
const LONG = 10 * MINUTE;

/** How serious it is to wait for so long, in milliseconds; for information where the time is not known. */
export function seriousness(lasted: number | undefined): Severity {
  return lasted !== undefined && lasted > LONG ? 'warning' : 'info';
}
