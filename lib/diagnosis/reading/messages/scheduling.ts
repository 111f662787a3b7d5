/** Why a node was refused. */
export type SchedulingCause =
  | 'cpu'
  | 'memory'
  | 'extended-resource'
  | 'claim'
  | 'volume-affinity'
  | 'pod-affinity'
  | 'topology-spread'
  | 'node-affinity'
  | 'too-many-pods'
  | 'cordoned'
  | 'taint'
  | 'unknown';

/** One reason of a scheduler message, with the number of nodes it holds for. */
export interface SchedulingReason {
  /** Undefined where the message gives no number: the reason then holds for the pod, not for a node. */
  readonly nodes: number | undefined;
  readonly text: string;
  readonly cause: SchedulingCause;
}

/** A scheduler message, taken apart. */
export interface SchedulingMessage {
  /** How many nodes there are, where the message says so. */
  readonly nodes: number | undefined;
  /** The reason that holds for most nodes first. */
  readonly reasons: readonly SchedulingReason[];
}

// Wordings of the scheduler's filter plugins, old and new (pkg/scheduler/framework/plugins/*), in the order in which
// equal counts are ranked: what the pod asks for, its volumes, its rules about other pods, its rules about nodes.
const WORDINGS: ReadonlyArray<readonly [SchedulingCause, RegExp]> = [
  ['cpu', /insufficient cpu\b/i],
  ['memory', /insufficient memory\b/i],
  ['too-many-pods', /too many pods|insufficient pods\b/i],
  ['extended-resource', /insufficient \S|cannot allocate all claims|resourceclaim|resource ?claim|device/i],
  [
    'volume-affinity',
    /volume node affinity conflict|no available volume zone|NoVolumeZoneConflict|max(imum)? volume count|MaxVolumeCount|too many volumes|volume limits?/i,
  ],
  [
    'claim',
    /persistent ?volume|\bpvc|unbound immediate|binding volumes|enough free storage|VolumeBinding|NoDiskConflict|no available disk|storage ?class/i,
  ],
  ['topology-spread', /topology spread/i],
  ['pod-affinity', /pod (anti-)?affinity|anti-affinity|MatchInterPodAffinity|inter-?pod affinity/i],
  ['node-affinity', /node affinity|node selector|MatchNodeSelector|requested node name|HostName\b/i],
  ['cordoned', /unschedulable|\bcordoned/i],
  ['taint', /\btaint|PodToleratesNodeTaints/i],
];

/**
 * Takes a message of the scheduler apart: `0/6 nodes are available: 4 Insufficient cpu, 2 node(s) had untolerated taint
 * {a: b}.` The tail about preemption repeats the same nodes and is dropped. Reads the wordings from 1.9 on.
 */
export function parseScheduling(message: string): SchedulingMessage {
  const nodes = /^\s*\d+\/(\d+) nodes? (?:is|are) available/.exec(message)?.[1];
  const body = message
    .replace(/^\s*\d+\/\d+ nodes? (?:is|are) available:?\s*/, '')
    .replace(/^No nodes are available that match all of the (?:following )?predicates:+\s*/i, '')
    .replace(/[.,;]?\s*preemption: [\s\S]*$/, '')
    .replace(/[.,;]?\s*no new claims to deallocate[\s\S]*$/, '');
  const reasons = split(body).map(readReason);
  const merged = merge(reasons, nodes === undefined ? Number.POSITIVE_INFINITY : Number(nodes));
  merged.sort(
    (a, b) => (b.nodes ?? Number.POSITIVE_INFINITY) - (a.nodes ?? Number.POSITIVE_INFINITY) || rank(a) - rank(b),
  );
  return { nodes: nodes === undefined ? undefined : Number(nodes), reasons: merged };
}

/** Commas separate the reasons, but occur inside taints too: a reason begins with a number or ends with one in brackets. */
function split(body: string): string[] {
  const parts = /\(\d+\)(,|\.?\s*$)/.test(body) ? body.split(/(?<=\(\d+\)),\s*/) : body.split(/,\s+(?=\d+ )/);
  return parts.map((part) => part.trim().replace(/[.,;]+$/, '')).filter((part) => part !== '');
}

function readReason(part: string): SchedulingReason {
  const [, before, text, after] = /^(?:(\d+) )?(.*?)(?: \((\d+)\))?$/s.exec(part) ?? [];
  const nodes = before ?? after;
  return { nodes: nodes === undefined ? undefined : Number(nodes), text: text ?? part, cause: causeIn(text ?? part) };
}

function causeIn(text: string): SchedulingCause {
  if (/taint/i.test(text)) {
    return /node\.kubernetes\.io\/unschedulable/.test(text) ? 'cordoned' : 'taint';
  }
  // Ports, disks and the like come in words that other reasons contain too.
  if (/free ports|PodFitsHostPorts|were not ready|NodeNotReady|pressure/i.test(text)) return 'unknown';
  return WORDINGS.find(([, wording]) => wording.test(text))?.[0] ?? 'unknown';
}

/** Adds up the nodes of equal causes, up to as many as there are: older schedulers count a node for each of its reasons. */
function merge(reasons: readonly SchedulingReason[], most: number): SchedulingReason[] {
  const merged = new Map<string, SchedulingReason>();
  for (const reason of reasons) {
    const key = reason.cause === 'unknown' || reason.cause === 'extended-resource' ? reason.text : reason.cause;
    const before = merged.get(key);
    if (before === undefined || before.nodes === undefined || reason.nodes === undefined) {
      if (before === undefined) merged.set(key, reason);
      continue;
    }
    merged.set(key, {
      ...before,
      nodes: Math.min(most, before.nodes + reason.nodes),
      text: `${before.text}; ${reason.text}`,
    });
  }
  return [...merged.values()];
}

function rank(reason: SchedulingReason): number {
  const index = WORDINGS.findIndex(([name]) => name === reason.cause);
  return index < 0 ? WORDINGS.length : index;
}
