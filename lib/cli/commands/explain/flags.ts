import type { SettingsFlags } from '../../settings/flags';

/** How a page can be printed. */
export const FORMATS = ['text', 'json'] as const;

/** The options of `explain` as commander reads them. */
export interface ExplainFlags extends SettingsFlags {
  readonly output: (typeof FORMATS)[number];
}
