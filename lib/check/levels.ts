import type { RuleText } from '../rules/rule';
import type { CheckOptions, Level } from './options';
import { currentIdsOf } from './rule-ids';

/** Which rules and checkers run, and how serious each is on which object. Ids of options may be former ones. */
export class Levels {
  /**
   * @param catalogue every rule and checker of the product
   * @throws if an extra rule has an id that another rule has or had
   */
  public static of(catalogue: readonly RuleText[], options: CheckOptions): Levels {
    return new Levels(currentIdsOf([...catalogue, ...(options.extraRules ?? [])]), options);
  }

  /** Every id that could run, those of extra rules among them. */
  public readonly ids: readonly string[];
  /** Those that run on any object. */
  public readonly running: ReadonlySet<string>;
  private readonly levels: ReadonlyMap<string, Level | undefined>;

  private constructor(
    private readonly current: ReadonlyMap<string, string>,
    private readonly options: CheckOptions,
  ) {
    this.ids = [...new Set(current.values())];
    const { only, except = [], levels = {} } = options;
    const [included, left] = [only ?? this.ids, except].map((ids) => new Set(ids.map((id) => this.currentId(id))));
    this.running = new Set(this.ids.filter((id) => included?.has(id) && !left?.has(id)));
    this.levels = new Map(Object.entries(levels).map(([id, level]) => [this.currentId(id) ?? id, level]));
  }

  /** The id that is known by an id or a former one; undefined where there is none. */
  public currentId(id: string): string | undefined {
    return this.current.get(id);
  }

  /** What the caller wants instead of the rule's own severity. */
  public chosen(id: string, index: number): Level | undefined {
    return this.options.levelOf?.(id, index) ?? this.levels.get(id);
  }

  /** Tells whether a rule runs on the object at a position. */
  public runs(id: string, index: number): boolean {
    return this.running.has(id) && this.chosen(id, index) !== 'off';
  }
}
