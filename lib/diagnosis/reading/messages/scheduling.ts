/** Why a node was refused, as the class of the diagnosis that it leads to. */
export type SchedulingClass =
  | 'UnschedulableCPU'
  | 'UnschedulableMemory'
  | 'UnschedulableExtendedResource'
  | 'UnschedulablePVC'
  | 'UnschedulableVolumeAffinity'
  | 'UnschedulablePodAffinity'
  | 'UnschedulableTopologySpread'
  | 'UnschedulableNodeAffinity'
  | 'UnschedulableTooManyPods'
  | 'UnschedulableNodesCordoned'
  | 'UnschedulableTaint'
  | 'Unschedulable';

/** One reason of a scheduler message, with the number of nodes it holds for. */
export interface SchedulingReason {
  /** Undefined where the message gives no number: the reason then holds for the pod, not for a node. */
  readonly nodes: number | undefined;
  readonly text: string;
  readonly class: SchedulingClass;
}

/** A scheduler message, taken apart. */
export interface SchedulingMessage {
  /** How many nodes there are, where the message tells. */
  readonly nodes: number | undefined;
  /** The reason that holds for most nodes first. */
  readonly reasons: readonly SchedulingReason[];
}

// Wordings of the scheduler's filter plugins, old and new (pkg/scheduler/framework/plugins/*), in the order in which
// equal counts are ranked: what the pod asks for, its volumes, its rules about other pods, its rules about nodes.
const WORDINGS: ReadonlyArray<readonly [SchedulingClass, RegExp]> = [
  ['UnschedulableCPU', /insufficient cpu\b/i],
  ['UnschedulableMemory', /insufficient memory\b/i],
  ['UnschedulableTooManyPods', /too many pods|insufficient pods\b/i],
  ['UnschedulableExtendedResource', /insufficient \S|cannot allocate all claims|resourceclaim|resource ?claim|device/i],
  [
    'UnschedulableVolumeAffinity',
    /volume node affinity conflict|no available volume zone|NoVolumeZoneConflict|max(imum)? volume count|MaxVolumeCount|too many volumes|volume limits?/i,
  ],
  [
    'UnschedulablePVC',
    /persistent ?volume|\bpvc|unbound immediate|binding volumes|enough free storage|VolumeBinding|NoDiskConflict|no available disk|storage ?class/i,
  ],
  ['UnschedulableTopologySpread', /topology spread/i],
  ['UnschedulablePodAffinity', /pod (anti-)?affinity|anti-affinity|MatchInterPodAffinity|inter-?pod affinity/i],
  ['UnschedulableNodeAffinity', /node affinity|node selector|MatchNodeSelector|requested node name|HostName\b/i],
  ['UnschedulableNodesCordoned', /unschedulable|\bcordoned/i],
  ['UnschedulableTaint', /\btaint|PodToleratesNodeTaints/i],
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

/** Commas part the reasons, but stand inside of taints too: a reason begins with a number or ends with one in brackets. */
function split(body: string): string[] {
  const parts = /\(\d+\)(,|\.?\s*$)/.test(body) ? body.split(/(?<=\(\d+\)),\s*/) : body.split(/,\s+(?=\d+ )/);
  return parts.map((part) => part.trim().replace(/[.,;]+$/, '')).filter((part) => part !== '');
}

function readReason(part: string): SchedulingReason {
  const [, before, text, after] = /^(?:(\d+) )?(.*?)(?: \((\d+)\))?$/s.exec(part) ?? [];
  const nodes = before ?? after;
  return { nodes: nodes === undefined ? undefined : Number(nodes), text: text ?? part, class: classify(text ?? part) };
}

function classify(text: string): SchedulingClass {
  if (/taint/i.test(text)) {
    return /node\.kubernetes\.io\/unschedulable/.test(text) ? 'UnschedulableNodesCordoned' : 'UnschedulableTaint';
  }
  // Ports, disks and the like of a node are told by words that others contain too.
  if (/free ports|PodFitsHostPorts|were not ready|NodeNotReady|pressure/i.test(text)) return 'Unschedulable';
  return WORDINGS.find(([, wording]) => wording.test(text))?.[0] ?? 'Unschedulable';
}

/** Adds up the nodes of equal classes, up to as many as there are: older schedulers count a node for each of its reasons. */
function merge(reasons: readonly SchedulingReason[], most: number): SchedulingReason[] {
  const merged = new Map<string, SchedulingReason>();
  for (const reason of reasons) {
    const key =
      reason.class === 'Unschedulable' || reason.class === 'UnschedulableExtendedResource' ? reason.text : reason.class;
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
  const index = WORDINGS.findIndex(([name]) => name === reason.class);
  return index < 0 ? WORDINGS.length : index;
}
