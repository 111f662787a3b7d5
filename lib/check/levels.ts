import type { Rule } from '../rules/rule';
import { CATALOGUE } from './catalogue';
import type { CheckOptions, Level } from './options';

/** Which rules run, and how serious each is on which object. */
export class Levels {
  /**
   * @throws if an extra rule has the id of another rule
   */
  public static of(options: CheckOptions): Levels {
    const all = [...CATALOGUE, ...(options.extraRules ?? [])];
    const known = new Set<string>();
    for (const { id } of all) {
      if (known.has(id)) throw new Error(`rule '${id}' is there twice: give the extra rule an id of its own`);
      known.add(id);
    }
    const { only, except = [] } = options;
    const run = all.filter(({ id }) => (only === undefined || only.includes(id)) && !except.includes(id));
    return new Levels(run, [...known], options);
  }

  private readonly known: ReadonlySet<string>;
  private readonly running: ReadonlySet<string>;

  private constructor(
    public readonly rules: readonly Rule[],
    /** Every rule that could run, the extra ones among them. */
    public readonly ids: readonly string[],
    private readonly options: CheckOptions,
  ) {
    this.known = new Set(ids);
    this.running = new Set(rules.map(({ id }) => id));
  }

  public knows(id: string): boolean {
    return this.known.has(id);
  }

  /** What the caller wants instead of the rule's own severity. */
  public chosen(id: string, index: number): Level | undefined {
    return this.options.levelOf?.(id, index) ?? this.options.levels?.[id];
  }

  /** Tells whether a rule runs on the object at a position (on any object, without position). */
  public runs(id: string, index: number | undefined): boolean {
    if (!this.running.has(id)) return false;
    return index === undefined ? this.options.levels?.[id] !== 'off' : this.chosen(id, index) !== 'off';
  }
}
