import { parseScheduling } from '../../../../lib/diagnosis/reading/messages/scheduling';

test('reasons come with their numbers, the most frequent first, without the tail about preemption', () => {
  const message =
    '0/6 nodes are available: 2 node(s) had untolerated taint {dedicated: a, b}, 4 Insufficient cpu. preemption: 0/6 nodes are available: 6 No preemption victims found for incoming pod.';
  expect(parseScheduling(message)).toEqual({
    nodes: 6,
    reasons: [
      { nodes: 4, text: 'Insufficient cpu', cause: 'cpu' },
      { nodes: 2, text: 'node(s) had untolerated taint {dedicated: a, b}', cause: 'taint' },
    ],
  });
});

test.each([
  [
    "0/3 nodes are available: 1 node(s) had taint {node-role.kubernetes.io/master: }, that the pod didn't tolerate, 2 Insufficient memory.",
    'memory',
    2,
  ],
  ['0/3 nodes are available: 3 Insufficient ephemeral-storage.', 'extended-resource', 3],
  [
    '0/2 nodes are available: 1 cannot allocate all claims. still not schedulable, preemption: 0/2',
    'extended-resource',
    1,
  ],
  ['0/1 nodes are available: 1 Too many pods.', 'too-many-pods', 1],
  ['0/1 nodes are available: 1 node(s) were unschedulable.', 'cordoned', 1],
  ['0/2 nodes are available: 2 node(s) had untolerated taint {node.kubernetes.io/unschedulable: }.', 'cordoned', 2],
  ['0/3 nodes are available: 3 node(s) had volume node affinity conflict.', 'volume-affinity', 3],
  ["0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.", 'node-affinity', 3],
  [
    "0/3 nodes are available: 3 node(s) didn't match pod affinity/anti-affinity, 3 node(s) didn't satisfy existing pods anti-affinity rules.",
    'pod-affinity',
    3,
  ],
  [
    "0/3 nodes are available: 3 node(s) didn't match pod topology spread constraints (missing required label).",
    'topology-spread',
    3,
  ],
  ["0/3 nodes are available: 3 node(s) didn't have free ports for the requested pod ports.", 'unknown', 3],
  ['0/3 nodes are available: persistentvolumeclaim "data" not found.', 'claim', undefined],
  [
    'error while running "VolumeBinding" filter plugin for pod "web-0": pod has unbound immediate PersistentVolumeClaims',
    'claim',
    undefined,
  ],
  [
    'No nodes are available that match all of the following predicates:: Insufficient memory (2), PodToleratesNodeTaints (1).',
    'memory',
    2,
  ],
  ['no nodes available to schedule pods', 'unknown', undefined],
] as const)('%s', (message, expected, nodes) => {
  expect(parseScheduling(message).reasons[0]).toMatchObject({ cause: expected, nodes });
});

test('of equal numbers, what the pod asks for comes before rules about nodes', () => {
  const message =
    '0/4 nodes are available: 2 node(s) had untolerated taint {a: b}, 2 Insufficient cpu, 2 Insufficient memory.';
  expect(parseScheduling(message).reasons.map((reason) => reason.cause)).toEqual(['cpu', 'memory', 'taint']);
});
