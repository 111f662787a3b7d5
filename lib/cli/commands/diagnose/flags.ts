import { CouldNotRun } from '../../frame/could-not-run';
import type { GlobalFlags } from '../../frame/global-flags';

/** How a report can be printed. */
export const FORMATS = ['text', 'json'] as const;
export const FAIL_ON = ['error', 'warning', 'never'] as const;

/** The options of `diagnose` as commander reads them. */
export interface DiagnoseFlags extends GlobalFlags {
  readonly output: (typeof FORMATS)[number];
  readonly failOn: (typeof FAIL_ON)[number];
  readonly now?: string;
  readonly constructs?: string;
  readonly live: boolean;
  readonly namespace?: string;
  readonly allNamespaces: boolean;
  readonly context?: string;
  readonly kubeconfig?: string;
  readonly watch: boolean;
  readonly timeout: string;
}

/** The time that was handed in, or that of the machine's clock. */
export function clock(now: string | undefined): string {
  if (now === undefined) return new Date().toISOString();
  if (Number.isNaN(Date.parse(now))) {
    throw new CouldNotRun(`--now '${now}' is not a timestamp; write it like 2026-09-01T10:00:00Z`);
  }
  return new Date(now).toISOString();
}

/** Reads `90s`, `10m`, `1h` or plain seconds. */
export function flagSeconds(text: string): number {
  const [, number, unit = 's'] = /^(\d+)([smh])?$/.exec(text) ?? [];
  if (number === undefined)
    throw new CouldNotRun(`--timeout '${text}' is not a duration; write it like 90s, 10m or 1h`);
  return Number(number) * { s: 1, m: 60, h: 3600 }[unit as 's' | 'm' | 'h'];
}
