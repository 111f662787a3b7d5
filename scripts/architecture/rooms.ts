/** A folder of lib. */
export interface Room {
  /** Imports point to lower layers; rooms of one layer do not import each other. */
  readonly layer: number;
  /** What it is for. */
  readonly purpose: string;
  /**
   * Inner walls, from the bottom up: folders, or files without their `.ts`. What stands in one row does not import each
   * other; files that are not listed are on top.
   */
  readonly walls?: ReadonlyArray<readonly string[]>;
  /** Files that are not listed may stand at any height: values beside what is made of them. */
  readonly hasFilesAnywhere?: boolean;
}

/** The layer from which on files may use Node, packages, the clock and the process. */
export const TOP_LAYER = 5;

/** Every room of lib: what it is for, and what it may import. */
export const ROOMS: Readonly<Record<string, Room>> = {
  kubernetes: {
    layer: 0,
    purpose: 'what Kubernetes itself says: text formats, versions and defaults of its API, manifests and sets of them',
    walls: [['text', 'versions'], ['views'], ['set']],
  },
  lifecycle: {
    layer: 1,
    purpose: 'values that users give, their arithmetic, and our documented defaults',
    walls: [
      ['documented', 'annotations', 'conflict', 'severity'],
      ['documented-limits'],
      ['documented-defaults'],
      ['arithmetic'],
      ['arguments', 'routes'],
      ['values'],
    ],
  },
  workloads: {
    layer: 2,
    purpose: 'what a manifest means for the life of its pods: each fact read once',
  },
  fixing: {
    layer: 2,
    purpose: 'what `--fix` changes in a manifest, as values',
  },
  rules: {
    layer: 3,
    purpose: 'what a healthy manifest holds, one rule a file, by topic',
    walls: [
      ['topics'],
      ['rule'],
      ['reading'],
      ['fixes'],
      ['images', 'jobs', 'probes', 'resources', 'rolling', 'staying-up', 'stopping', 'wiring'],
    ],
  },
  admission: {
    layer: 3,
    purpose: 'what the API server would reject, after its own defaults',
    walls: [
      ['rejection'],
      ['report'],
      ['int-or-percent', 'integers', 'ip', 'live', 'quantities'],
      ['structure'],
      ['names', 'drop'],
      ['labels'],
      ['metadata'],
      ['kind', 'immutable'],
      ['claims'],
      ['pod'],
      ['config', 'networking', 'rbac', 'scaling', 'workloads'],
    ],
  },
  rollout: {
    layer: 3,
    purpose: 'the simulator: which requests a rollout, a drain or a crash can lose, and how many to expect',
    walls: [
      ['spread'],
      ['plan'],
      ['assumptions', 'start', 'stop'],
      ['engine'],
      ['controllers', 'clients'],
      ['run'],
      ['bounds', 'reading', 'timeline'],
      ['simulate', 'certain-loss'],
      ['report'],
      ['picture'],
    ],
  },
  diagnosis: {
    layer: 3,
    purpose: 'what is wrong in the state of a cluster, why, and which field to change',
    walls: [['evidence'], ['telling'], ['reading'], ['classes']],
  },
  check: {
    layer: 4,
    purpose: 'rules, admission and simulator asked together: findings, with what is acknowledged',
  },
  constructs: {
    layer: 5,
    purpose: 'the constructs of cdk8s: from props to a plan, from the plan to manifests',
    walls: [['props'], ['plan'], ['json'], ['synth']],
    hasFilesAnywhere: true,
  },
  cli: {
    layer: 5,
    purpose: 'the command line: a folder for each command, and what they share',
    walls: [['frame'], ['input'], ['output', 'fix'], ['settings'], ['commands']],
  },
  plus: { layer: 5, purpose: 'the constructs beside those of cdk8s-plus of any version' },
  testing: { layer: 5, purpose: 'matchers and a contract of rules, for tests of others' },
  validation: { layer: 5, purpose: 'the plugin that validates on `cdk8s synth`' },
};
