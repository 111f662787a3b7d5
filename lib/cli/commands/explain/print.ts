import { type Styles, stylesFor } from '../../output/terminal';
import type { ExplainFlags } from './flags';

/** Something that explains itself: facts for programs, a page for people. */
export interface Explained {
  readonly facts: unknown;
  readonly page: (styles: Styles) => string;
}

/** What was asked for, in the format that was asked for. */
export function print({ facts, page }: Explained, flags: ExplainFlags): Iterable<string> {
  return [flags.output === 'json' ? `${JSON.stringify(facts, null, 2)}\n` : page(stylesFor(process.stdout, flags))];
}
