import { createColors } from 'picocolors';
import type { GlobalFlags } from '../frame/global-flags';

/** The styles of a stream: plain text unless it is a terminal that wants color. */
export type Styles = ReturnType<typeof createColors>;

/**
 * Decides on color: --color or --no-color, else NO_COLOR, else FORCE_COLOR, else whether the stream is a terminal that is
 * not dumb.
 *
 * @see https://no-color.org
 * @see https://force-color.org
 */
export function stylesFor(
  stream: { readonly isTTY?: boolean },
  { color }: Pick<GlobalFlags, 'color'> = {},
  env: NodeJS.ProcessEnv = process.env,
): Styles {
  return createColors(color ?? wantedBy(env) ?? (stream.isTTY === true && env.TERM !== 'dumb'));
}

function wantedBy({ NO_COLOR, FORCE_COLOR }: NodeJS.ProcessEnv): boolean | undefined {
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR === undefined || FORCE_COLOR === '') return undefined;
  return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
}
