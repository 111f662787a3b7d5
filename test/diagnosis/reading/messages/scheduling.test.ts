import { parseScheduling } from '../../../../lib/diagnosis/reading/messages/scheduling';

test('reasons come with their numbers, the most frequent first, without the tail about preemption', () => {
  const message =
    '0/6 nodes are available: 2 node(s) had untolerated taint {dedicated: a, b}, 4 Insufficient cpu. preemption: 0/6 nodes are available: 6 No preemption victims found for incoming pod.';
  expect(parseScheduling(message)).toEqual({
    nodes: 6,
    reasons: [
      { nodes: 4, text: 'Insufficient cpu', class: 'UnschedulableCPU' },
      { nodes: 2, text: 'node(s) had untolerated taint {dedicated: a, b}', class: 'UnschedulableTaint' },
    ],
  });
});

test.each([
  [
    "0/3 nodes are available: 1 node(s) had taint {node-role.kubernetes.io/master: }, that the pod didn't tolerate, 2 Insufficient memory.",
    'UnschedulableMemory',
    2,
  ],
  ['0/3 nodes are available: 3 Insufficient ephemeral-storage.', 'UnschedulableExtendedResource', 3],
  [
    '0/2 nodes are available: 1 cannot allocate all claims. still not schedulable, preemption: 0/2',
    'UnschedulableExtendedResource',
    1,
  ],
  ['0/1 nodes are available: 1 Too many pods.', 'UnschedulableTooManyPods', 1],
  ['0/1 nodes are available: 1 node(s) were unschedulable.', 'UnschedulableNodesCordoned', 1],
  [
    '0/2 nodes are available: 2 node(s) had untolerated taint {node.kubernetes.io/unschedulable: }.',
    'UnschedulableNodesCordoned',
    2,
  ],
  ['0/3 nodes are available: 3 node(s) had volume node affinity conflict.', 'UnschedulableVolumeAffinity', 3],
  ["0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.", 'UnschedulableNodeAffinity', 3],
  [
    "0/3 nodes are available: 3 node(s) didn't match pod affinity/anti-affinity, 3 node(s) didn't satisfy existing pods anti-affinity rules.",
    'UnschedulablePodAffinity',
    3,
  ],
  [
    "0/3 nodes are available: 3 node(s) didn't match pod topology spread constraints (missing required label).",
    'UnschedulableTopologySpread',
    3,
  ],
  ["0/3 nodes are available: 3 node(s) didn't have free ports for the requested pod ports.", 'Unschedulable', 3],
  ['0/3 nodes are available: persistentvolumeclaim "data" not found.', 'UnschedulablePVC', undefined],
  [
    'error while running "VolumeBinding" filter plugin for pod "web-0": pod has unbound immediate PersistentVolumeClaims',
    'UnschedulablePVC',
    undefined,
  ],
  [
    'No nodes are available that match all of the following predicates:: Insufficient memory (2), PodToleratesNodeTaints (1).',
    'UnschedulableMemory',
    2,
  ],
  ['no nodes available to schedule pods', 'Unschedulable', undefined],
] as const)('%s', (message, expected, nodes) => {
  expect(parseScheduling(message).reasons[0]).toMatchObject({ class: expected, nodes });
});

test('of equal numbers, what the pod asks for comes before rules about nodes', () => {
  const message =
    '0/4 nodes are available: 2 node(s) had untolerated taint {a: b}, 2 Insufficient cpu, 2 Insufficient memory.';
  expect(parseScheduling(message).reasons.map((reason) => reason.class)).toEqual([
    'UnschedulableCPU',
    'UnschedulableMemory',
    'UnschedulableTaint',
  ]);
});
