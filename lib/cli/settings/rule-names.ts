import { CATALOGUE } from '../../check/catalogue';
import { currentIdsOf } from '../../check/rule-ids';
import type { RuleText } from '../../rules/rule';
import { CouldNotRun } from '../could-not-run';
import { unknown } from '../did-you-mean';

/** Reads the names of rules that people write: ids, or former ones, of which a note says the new id. */
export class RuleNames {
  /** A sentence for each former id that was read. */
  public readonly notes: string[] = [];
  private readonly current: ReadonlyMap<string, string>;

  /** @throws CouldNotRun if a team's own rule has an id that another rule has or had */
  public constructor(extraRules: readonly RuleText[]) {
    try {
      this.current = currentIdsOf([...CATALOGUE, ...extraRules]);
    } catch (error) {
      throw new CouldNotRun((error as Error).message);
    }
  }

  /** Why a name is none, and what was meant; undefined where it is one. */
  public problemWith(name: string): string | undefined {
    return this.current.has(name) ? undefined : unknown('rule', name, [...new Set(this.current.values())]);
  }

  /** The current id of a name that stands at a place. */
  public read(name: string, place: string): string {
    const id = this.current.get(name) ?? name;
    const sentence = `${place}: rule "${name}" is now called "${id}"`;
    if (id !== name && !this.notes.includes(sentence)) this.notes.push(sentence);
    return id;
  }
}
