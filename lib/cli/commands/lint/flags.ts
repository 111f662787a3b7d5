import type { SettingsFlags } from '../../settings/flags';

/** How findings can be printed. */
export const FORMATS = ['text', 'summary', 'json', 'sarif', 'junit', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** The options of `lint` as commander reads them. */
export interface LintFlags extends SettingsFlags {
  readonly output: Format;
  readonly maxFindings?: number;
  readonly ignoreUnparsable: boolean;
  readonly showAcknowledged: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly against?: readonly string[];
  readonly fix: boolean;
  readonly dryRun: boolean;
}
