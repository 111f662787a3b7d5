import { CATALOGUE } from '../../check/catalogue';
import { currentIdsOf } from '../../check/rule-ids';
import { unknownWord } from '../../kubernetes/text/unknown-word';
import type { RuleText } from '../../rules/rule';
import { CouldNotRun, orCouldNotRun } from '../frame/could-not-run';

/** Reads the names of rules that people write: ids, or former ones, of which a note says the new id. */
export class RuleNames {
  /** A sentence for each former id that was read. */
  public readonly notes: string[] = [];
  private readonly current: ReadonlyMap<string, string>;

  /** @throws CouldNotRun if a team's own rule has an id that another rule has or had */
  public constructor(extraRules: readonly RuleText[]) {
    this.current = orCouldNotRun(() => currentIdsOf([...CATALOGUE, ...extraRules]));
  }

  /** Why a name is none, and what was meant; undefined where it is one. */
  public problemWith(name: string): string | undefined {
    return this.current.has(name) ? undefined : unknownWord('rule', name, [...new Set(this.current.values())]);
  }

  /** The current id of a name that stands at a place. */
  public read(name: string, place: string): string {
    const id = this.current.get(name) ?? name;
    const sentence = `${place}: rule "${name}" is now called "${id}"`;
    if (id !== name && !this.notes.includes(sentence)) this.notes.push(sentence);
    return id;
  }

  /**
   * The current id of a name that an option gives.
   *
   * @throws CouldNotRun if it names no rule
   */
  public known(name: string, option: string): string {
    const problem = this.problemWith(name);
    if (problem !== undefined) throw new CouldNotRun(problem);
    return this.read(name, option);
  }
}
