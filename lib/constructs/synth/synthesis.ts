import type { ApiObject, App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ANNOTATION } from '../../lifecycle/annotations';
import { type Analysis, analyse } from './analysis';
import { writeConstructMap } from './construct-map';
import { type Edit, Edits, type JsonRecord, type Stage } from './edits';
import { Memo } from './memo';
import { mergeInto } from './merge';
import { rebind } from './rebind';
import type { Registered } from './registered';
import type { ScopeAcknowledgement } from './scope-acknowledgement';

// A registered symbol: two copies of this package in one program share the synthesis of an App.
const SYNTHESIS = Symbol.for('cdk8s-lifecycle.synthesis');

type Root = IConstruct & { [SYNTHESIS]?: Synthesis };

/**
 * All that this package knows of one App: its constructs and the lines that made them, the edits of its objects, what
 * the rules say of it, and what has been said. It is made with the first construct, and no two Apps share anything.
 */
export class Synthesis {
  /** The synthesis of the App that a construct belongs to. */
  public static of(construct: IConstruct): Synthesis {
    const root = construct.node.root as Root;
    if (root[SYNTHESIS] === undefined) Object.defineProperty(root, SYNTHESIS, { value: new Synthesis(root) });
    return root[SYNTHESIS] as Synthesis;
  }

  private readonly memo = new Memo();
  private readonly edits = new Map<ApiObject, Edits>();
  private readonly registered = new Map<IConstruct, Registered>();
  private readonly acknowledged = new Map<IConstruct, ScopeAcknowledgement[]>();
  private analysis: Analysis | undefined;
  /** Inside App.synth or App.synthYaml, where all validations see the same tree. */
  private isRunning = false;
  /** Who has been told the problems of this analysis: one that asks again sees a tree that may have changed. */
  private readonly told = new Set<IConstruct>();
  private readonly printed = new Set<string>();

  private constructor(private readonly root: IConstruct) {
    if (!isApp(root)) return;
    rebind<unknown, 'synth' | 'synthYaml'>(root, ['synth', 'synthYaml'], (original, method) => {
      const result = this.run(original);
      if (method === 'synth') writeConstructMap(this.registered);
      return result;
    });
  }

  /** Registers a construct of this package. */
  public register(construct: IConstruct, registered: Registered): void {
    this.registered.set(construct, registered);
  }

  /** Accepts findings below a scope. */
  public acknowledge(acknowledgement: ScopeAcknowledgement): void {
    const { scope } = acknowledgement;
    this.acknowledged.set(scope, [...(this.acknowledged.get(scope) ?? []), acknowledgement]);
  }

  /** Changes the final JSON of an object. */
  public edit(object: ApiObject, edit: Edit, stage: Stage = 'fill'): void {
    this.adopt(object).add(edit, stage);
  }

  /** Has the JSON of an object computed once in a synthesis, with its edits and the reasons why its findings are accepted. */
  public adopt(object: ApiObject): Edits {
    const known = this.edits.get(object);
    if (known !== undefined) return known;
    const edits = new Edits();
    this.edits.set(object, edits);
    rebind<unknown, 'toJson'>(object, ['toJson'], (original) =>
      this.memo.whileUnchanged(() =>
        this.memo.once(object, () => edits.apply(original() as JsonRecord, (json) => this.writeReasons(object, json))),
      ),
    );
    return edits;
  }

  /** Computes a value of a construct, once while the tree cannot change. */
  public once<T>(construct: IConstruct, compute: () => T): T {
    return this.memo.once(construct, compute);
  }

  /**
   * What is wrong with a construct, one sentence each: errors only. Warnings go to stderr, once for each App. cdk8s
   * validates the whole App once and then again for each chart; within one synthesis all of these share one analysis.
   */
  public problemsOf(construct: IConstruct): string[] {
    const isStale = !this.isRunning && this.told.has(construct);
    if (this.analysis === undefined || isStale) this.analysis = this.analyse();
    this.told.add(construct);
    return [...(this.analysis.errors.get(construct) ?? [])];
  }

  private run<T>(synth: () => T): T {
    this.isRunning = true;
    this.analysis = undefined;
    try {
      return this.memo.whileUnchanged(synth);
    } finally {
      this.isRunning = false;
    }
  }

  private analyse(): Analysis {
    this.told.clear();
    this.analysis = undefined;
    const analysis = this.memo.whileUnchanged(() => analyse(this.root, this.registered, this.acknowledged));
    for (const object of analysis.reasons.keys()) {
      this.adopt(object);
      this.memo.forget(object);
    }
    for (const warning of analysis.warnings.filter((text) => !this.printed.has(text))) {
      this.printed.add(warning);
      process.stderr.write(`${warning}\n`);
    }
    return analysis;
  }

  private writeReasons(object: ApiObject, json: JsonRecord): void {
    const reasons = [...(this.analysis?.reasons.get(object) ?? [])];
    if (reasons.length === 0) return;
    const annotations = reasons.map(([rule, reason]) => [`${ANNOTATION.acknowledgePrefix}${rule}`, reason]);
    mergeInto(json, { metadata: { annotations: Object.fromEntries(annotations) } });
  }
}

function isApp(root: IConstruct): root is App {
  return 'synth' in root && 'synthYaml' in root;
}
