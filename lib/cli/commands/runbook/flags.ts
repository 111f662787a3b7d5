import type { SettingsFlags } from '../../settings/flags';

/** The options of `runbook` as commander reads them. */
export interface RunbookFlags extends SettingsFlags {
  readonly out?: string;
}
