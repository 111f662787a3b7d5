import type { App } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { type Analysis, analyse } from './analysis';
import { writeConstructMap } from './construct-map';
import { showOwnMethods } from './jsii-host';
import { whileUnchanged } from './unchanged';

/** What is known of one App while it is synthesized. */
interface State {
  /** Inside App.synth or App.synthYaml, where all validations see the same tree. */
  inSynthesis: boolean;
  analysis: Analysis | undefined;
  /** Who has been told the problems of this analysis: one that asks again sees a tree that may have changed. */
  readonly told: Set<Construct>;
  readonly printed: Set<string>;
}

const STATE = Symbol.for('cdk8s-lifecycle.synthesis');

/**
 * Prepares an App for its constructs' checks. cdk8s validates the whole App once and then again for each chart; within
 * one synthesis all those validations share one analysis.
 */
export function openSynthesis(construct: Construct): void {
  const root = construct.node.root;
  if (hasState(root)) return;
  const state: State = { inSynthesis: false, analysis: undefined, told: new Set(), printed: new Set() };
  Object.defineProperty(root, STATE, { value: state });
  if (!isApp(root)) return;
  const synth = root.synth.bind(root);
  const synthYaml = root.synthYaml.bind(root);
  root.synth = () => {
    inSynthesis(state, synth);
    writeConstructMap(root);
  };
  root.synthYaml = () => inSynthesis(state, synthYaml);
  showOwnMethods(root);
}

/** What is wrong with a construct, one sentence each: errors only. Warnings go to stderr, once for each App. */
export function problemsOf(construct: Construct): string[] {
  const root = construct.node.root;
  if (!hasState(root)) return [];
  const state = root[STATE];
  const isStale = !state.inSynthesis && state.told.has(construct);
  if (state.analysis === undefined || isStale) {
    state.told.clear();
    state.analysis = whileUnchanged(() => analyse(root));
    for (const warning of state.analysis.warnings.filter((text) => !state.printed.has(text))) {
      state.printed.add(warning);
      process.stderr.write(`${warning}\n`);
    }
  }
  state.told.add(construct);
  return [...(state.analysis.errors.get(construct) ?? [])];
}

function inSynthesis<T>(state: State, run: () => T): T {
  state.inSynthesis = true;
  state.analysis = undefined;
  try {
    return whileUnchanged(run);
  } finally {
    state.inSynthesis = false;
  }
}

function hasState(root: IConstruct): root is IConstruct & { [STATE]: State } {
  return STATE in root;
}

function isApp(root: IConstruct): root is App {
  return 'synth' in root && 'synthYaml' in root;
}
