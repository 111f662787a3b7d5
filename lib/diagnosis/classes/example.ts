// The evidence that each diagnosis shows is written by hand; these fill in what all of it has in common.

const indent = (text: string, spaces: number) =>
  text
    .trim()
    .split('\n')
    .map((line) => `${' '.repeat(spaces)}${line}`)
    .join('\n');

export interface ExamplePod {
  readonly phase?: string;
  /** Further lines of metadata. */
  readonly metadata?: string;
  /** Further lines of the pod's spec. */
  readonly spec?: string;
  /** Further lines of the container's spec. */
  readonly container?: string;
  /** Lines of the container's status; empty where the pod has none. */
  readonly status?: string;
  /** Further lines of the pod's status. */
  readonly podStatus?: string;
  /** The container is an init container called `migrate`, not the app container `web`. */
  readonly init?: boolean;
  /** The pod is on no node yet. */
  readonly unscheduled?: boolean;
}

/** Writes a pod `shop/cart-6f7c9-abcde` with one container, as `kubectl get pod -o yaml` prints it. */
export function examplePod(pod: ExamplePod): string {
  const container = (name: string, more: string | undefined) =>
    [
      `    - name: ${name}`,
      '      image: registry.example.com/shop/cart:1.4.2',
      ...(more ? [indent(more, 6)] : []),
    ].join('\n');
  const status = (name: string, lines: string) => [`    - name: ${name}`, indent(lines, 6)].join('\n');
  const lines = [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: cart-6f7c9-abcde',
    '  namespace: shop',
    ...(pod.metadata === undefined ? [] : [indent(pod.metadata, 2)]),
    'spec:',
    ...(pod.unscheduled ? [] : ['  nodeName: node-1']),
    ...(pod.spec === undefined ? [] : [indent(pod.spec, 2)]),
    ...(pod.init ? ['  initContainers:', container('migrate', pod.container)] : []),
    '  containers:',
    container('web', pod.init ? undefined : pod.container),
    'status:',
    `  phase: ${pod.phase ?? 'Running'}`,
    ...(pod.podStatus === undefined ? [] : [indent(pod.podStatus, 2)]),
    ...(pod.init && pod.status ? ['  initContainerStatuses:', status('migrate', pod.status)] : []),
    ...(pod.init
      ? [
          '  containerStatuses:',
          status('web', 'ready: false\nrestartCount: 0\nstate:\n  waiting: { reason: PodInitializing }'),
        ]
      : []),
    ...(!pod.init && pod.status ? ['  containerStatuses:', status('web', pod.status)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The status of a container that waits. */
export function waiting(reason: string, message = '', restarts = 0, last = ''): string {
  return [
    'ready: false',
    `restartCount: ${restarts}`,
    'state:',
    '  waiting:',
    `    reason: ${reason}`,
    ...(message === '' ? [] : [`    message: ${JSON.stringify(message)}`]),
    ...(last === '' ? [] : ['lastState:', `  terminated: ${last}`]),
  ].join('\n');
}

/** An event about the example pod. */
export function exampleEvent(
  reason: string,
  message: string,
  options: { container?: string; type?: string } = {},
): string {
  return `---
apiVersion: v1
kind: Event
metadata: { name: cart-6f7c9-abcde.${reason.toLowerCase()}, namespace: shop }
involvedObject:
  kind: Pod
  namespace: shop
  name: cart-6f7c9-abcde${options.container === undefined ? '' : `\n  fieldPath: spec.containers{${options.container}}`}
type: ${options.type ?? 'Warning'}
reason: ${reason}
message: ${JSON.stringify(message)}
lastTimestamp: '2026-09-01T10:05:00Z'
`;
}
