import { createColors } from 'picocolors';

/** The styles of a stream: plain text unless it is a terminal that wants colour. */
export type Styles = ReturnType<typeof createColors>;

/** Colour goes to terminals alone, and nowhere where NO_COLOR is set to anything. @see https://no-color.org */
export function stylesFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): Styles {
  const wanted = stream.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  return createColors(wanted);
}
