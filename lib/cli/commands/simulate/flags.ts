import type { RolloutEvent } from '../../../rollout/plan';
import type { SettingsFlags } from '../../settings/flags';

/** How the answer can be printed. */
export const FORMATS = ['text', 'json', 'svg', 'html'] as const;

/** The options of `simulate` as commander reads them. */
export interface SimulateFlags extends SettingsFlags {
  readonly output: (typeof FORMATS)[number];
  readonly event?: readonly RolloutEvent[];
  readonly from?: readonly string[];
  readonly scenario?: string;
  readonly seed: number;
  readonly runs?: number;
}
