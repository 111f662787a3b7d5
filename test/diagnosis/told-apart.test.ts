import { type DiagnosisEntry, diagnose } from '../../lib/diagnosis';
import type { JsonObject } from '../../lib/kubernetes/json';
import type { Manifest } from '../../lib/kubernetes/manifest';

const NOW = '2026-09-01T12:00:00Z';
const EARLIER = '2026-09-01T11:00:00Z';

type Status = Readonly<Record<string, unknown>>;

interface Case {
  readonly spec?: Status;
  readonly container?: Status;
  readonly status?: Status;
  /** The status of the container `web`. */
  readonly web?: Status;
  readonly metadata?: Status;
  readonly events?: ReadonlyArray<readonly [reason: string, message: string, time?: string]>;
  readonly objects?: readonly Manifest[];
}

function first({
  spec = {},
  container = {},
  status = {},
  web,
  metadata = {},
  events = [],
  objects = [],
}: Case): DiagnosisEntry | undefined {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'cart', namespace: 'shop', uid: 'u1', creationTimestamp: EARLIER, ...metadata },
    spec: { nodeName: 'node-1', containers: [{ name: 'web', image: 'cart:1', ...container }], ...spec },
    status: {
      phase: 'Running',
      ...(web === undefined ? {} : { containerStatuses: [{ name: 'web', restartCount: 0, ...web }] }),
      ...status,
    },
  };
  const about = { kind: 'Pod', namespace: 'shop', name: 'cart', uid: 'u1', fieldPath: 'spec.containers{web}' };
  const told = events.map(([reason, message, lastTimestamp = '2026-09-01T11:59:00Z']) => ({
    apiVersion: 'v1',
    kind: 'Event',
    involvedObject: about,
    type: 'Warning',
    reason,
    message,
    lastTimestamp,
  }));
  return diagnose([pod as unknown as Manifest, ...told, ...objects], { now: NOW }).diagnoses[0];
}

const ended = (exitCode: number, reason = 'Error', seconds = 300) => ({
  terminated: {
    exitCode,
    reason,
    startedAt: '2026-09-01T11:00:00Z',
    finishedAt: new Date(Date.parse('2026-09-01T11:00:00Z') + seconds * 1000).toISOString(),
  },
});
const looping = (last: unknown, restartCount = 4) => ({
  ready: false,
  restartCount,
  state: { waiting: { reason: 'CrashLoopBackOff' } },
  lastState: last,
});
const running = (more: Status = {}) => ({
  ready: false,
  restartCount: 0,
  state: { running: { startedAt: EARLIER } },
  ...more,
});
const http = { httpGet: { path: '/x', port: 8080 } };

describe('exit code 137 has five causes', () => {
  test('memory, where the reason says so', () => {
    expect(first({ web: looping(ended(137, 'OOMKilled')) })).toMatchObject({
      class: 'OOMKilled',
      field: 'spec.containers[name=web].resources.limits.memory',
    });
  });
  test('a liveness probe, where an event says so', () => {
    const events = [['Killing', 'Container web failed liveness probe, will be restarted']] as const;
    expect(first({ container: { livenessProbe: http }, web: looping(ended(137)), events })).toMatchObject({
      class: 'LivenessProbeFailing',
      field: 'spec.containers[name=web].livenessProbe',
    });
  });
  test('a startup probe, where the container never started', () => {
    const events = [['Unhealthy', 'Startup probe failed: HTTP probe failed with statuscode: 503']] as const;
    expect(
      first({ container: { startupProbe: http }, web: { ...looping(ended(137)), started: false }, events })?.class,
    ).toBe('StartupProbeFailing');
  });
  test('the end of the grace period, where the pod is being deleted', () => {
    const metadata = { deletionTimestamp: '2026-09-01T11:30:00Z', deletionGracePeriodSeconds: 30 };
    const entry = first({ metadata, web: { ready: false, state: ended(137) } });
    expect(entry?.class).toBe('TerminatingStuck');
    expect(entry?.proof.join()).toContain('not a lack of memory');
  });
  test('a node that was shut down, where the reason of the pod says so', () => {
    const status = {
      phase: 'Failed',
      reason: 'Terminated',
      message: 'Pod was terminated in response to imminent node shutdown.',
    };
    expect(first({ status, web: { ready: false, state: ended(137) } })?.class).toBe('NodeShutdown');
  });
  test('no event and no reason: the symptom is the class, and the probe is named as possible', () => {
    const entry = first({ container: { livenessProbe: http }, web: looping(ended(137)) });
    expect(entry).toMatchObject({ class: 'CrashLoopBackOff', field: 'spec.containers[name=web].livenessProbe' });
    expect(entry?.cause).toContain('no event says so');
  });
  test('a run of one second was no probe', () => {
    expect(first({ container: { livenessProbe: http }, web: looping(ended(137, 'Error', 1)) })?.field).toBeNull();
  });
});

describe('the reason of an end beats its exit code', () => {
  test.each([0, 1, 2, 137, 255])('OOMKilled with exit code %d', (exitCode) => {
    expect(first({ web: looping(ended(exitCode, 'OOMKilled')) })?.class).toBe('OOMKilled');
  });
  test('a container that cannot be started is not a crash', () => {
    const last = {
      terminated: { exitCode: 128, reason: 'StartError', message: 'exec: "serv": executable file not found in $PATH' },
    };
    expect(first({ web: looping(last) })).toMatchObject({
      class: 'RunContainerError',
      field: 'spec.containers[name=web].command',
    });
  });
  test('exit code 0 of a server asks for another restart policy', () => {
    expect(first({ web: looping(ended(0, 'Completed', 1)) })).toMatchObject({
      class: 'CrashLoopBackOff',
      field: 'spec.restartPolicy',
    });
  });
  test('exit code 127 asks for another command', () => {
    expect(first({ web: looping(ended(127, 'Error', 1)) })?.field).toBe('spec.containers[name=web].command');
  });
  test.each([
    [143, 'SIGTERM'],
    [139, 'SIGSEGV'],
    [134, 'SIGABRT'],
  ])('exit code %d is named %s', (exitCode, signal) => {
    expect(first({ web: looping(ended(exitCode)) })?.cause).toContain(signal);
  });
});

describe('the reason of the pod beats the states of its containers', () => {
  test.each([
    ['Evicted', 'The node was low on resource: memory. ', 'Evicted'],
    ['NodeLost', '', 'NodeLost'],
    ['Preempting', '', 'Preempted'],
    ['NodeShutdown', 'Pod was rejected as the node is shutting down.', 'NodeShutdown'],
    ['Shutdown', 'Node is shutting, evicting pods', 'NodeShutdown'],
    ['DeadlineExceeded', '', 'PodDeadlineExceeded'],
    ['OutOfcpu', '', 'NodeAdmissionRejected'],
    ['OutOfpods', '', 'NodeAdmissionRejected'],
    ['OutOfnvidia.com/gpu', '', 'NodeAdmissionRejected'],
    ['UnexpectedAdmissionError', 'Allocate failed due to no healthy devices present', 'NodeAdmissionRejected'],
    ['NodeAffinity', 'Predicate NodeAffinity failed', 'NodeAdmissionRejected'],
    ['TopologyAffinityError', 'Resources cannot be allocated with Topology locality', 'NodeAdmissionRejected'],
  ])('%s', (reason, message, expected) => {
    expect(
      first({
        status: { phase: 'Failed', reason, message },
        web: { ready: false, state: ended(137, 'ContainerStatusUnknown') },
      })?.class,
    ).toBe(expected);
  });
  test.each([
    ['PreemptionByScheduler', 'Preempted'],
    ['DeletionByTaintManager', 'Evicted'],
    ['EvictionByEvictionAPI', 'Evicted'],
    ['DeletionByPodGC', 'NodeLost'],
  ])('a disruption %s of a pod that failed', (reason, expected) => {
    const conditions = [{ type: 'DisruptionTarget', status: 'True', reason }];
    expect(first({ status: { phase: 'Failed', conditions }, web: { ready: false, state: ended(143) } })?.class).toBe(
      expected,
    );
  });
});

describe('an eviction names what ran low', () => {
  test.each([
    [
      'The node was low on resource: memory. Container web was using 900Mi, which exceeds its request of 100Mi. ',
      'spec.containers[name=web].resources.requests.memory',
      'web',
    ],
    [
      'The node was low on resource: memory. Threshold quantity: 100Mi, available: 90Mi. Container web was using 900Mi, request is 0, has larger consumption of memory. ',
      'spec.containers[name=web].resources.requests.memory',
      'web',
    ],
    [
      'The node was low on resource: ephemeral-storage. Container web was using 19212Ki, which exceeds its request of 0. ',
      'spec.containers[name=web].resources.requests.ephemeral-storage',
      'web',
    ],
    ['Usage of EmptyDir volume "cache" exceeds the limit "1Gi". ', 'spec.volumes[name=cache].emptyDir.sizeLimit', null],
    [
      'Container web exceeded its local ephemeral storage limit "1Gi". ',
      'spec.containers[name=web].resources.limits.ephemeral-storage',
      'web',
    ],
    [
      'Pod ephemeral local storage usage exceeds the total limit of containers 1Gi. ',
      'spec.containers[*].resources.limits.ephemeral-storage',
      null,
    ],
    ['The node had condition: [DiskPressure]. ', 'spec.containers[*].resources.requests.ephemeral-storage', null],
  ])('%s', (message, field, container) => {
    expect(first({ status: { phase: 'Failed', reason: 'Evicted', message } })).toMatchObject({
      class: 'Evicted',
      field,
      container,
    });
  });
});

describe('probes are told by what they answer', () => {
  test.each([
    ['Readiness probe failed: HTTP probe failed with statuscode: 404', 'httpGet.path'],
    [
      'Readiness probe failed: Get "http://10.0.0.7:8080/x": dial tcp 10.0.0.7:8080: connect: connection refused',
      'httpGet.port',
    ],
    [
      'Readiness probe failed: Get "http://10.0.0.7:8080/x": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
      'timeoutSeconds',
    ],
    [
      'Readiness probe failed: Get "https://10.0.0.7:8080/x": http: server gave HTTP response to HTTPS client',
      'httpGet.scheme',
    ],
  ])('%s', (message, part) => {
    expect(
      first({ container: { readinessProbe: http }, web: running(), events: [['Unhealthy', message]] }),
    ).toMatchObject({
      class: 'ReadinessProbeFailing',
      field: `spec.containers[name=web].readinessProbe.${part}`,
    });
  });
  test('a port by a name that nobody declares is told without any event', () => {
    const entry = first({ container: { readinessProbe: { httpGet: { port: 'http' } } }, web: running() });
    expect(entry).toMatchObject({ class: 'ReadinessProbeFailing', preventedBy: 'probe-port-exists' });
    expect(entry?.cause).toContain('names port "http", which the container does not declare');
  });
  test('a pod that has just started is given the time of its probe', () => {
    const web = running({ state: { running: { startedAt: '2026-09-01T11:59:55Z' } } });
    expect(first({ container: { readinessProbe: http }, web })).toMatchObject({ class: 'NotReady', severity: 'info' });
  });
  test('a liveness event of long ago does not make a pod that is ready ill', () => {
    const events = [['Unhealthy', 'Liveness probe failed: HTTP probe failed with statuscode: 500']] as const;
    expect(first({ container: { livenessProbe: http }, web: running({ ready: true }), events })?.class).toBe('Healthy');
  });
  test('CPU at its limit is told with the probe that fails', () => {
    const metrics = {
      apiVersion: 'metrics.k8s.io/v1beta1',
      kind: 'PodMetrics',
      metadata: { name: 'cart', namespace: 'shop' },
      containers: [{ name: 'web', usage: { cpu: '497m', memory: '50Mi' } }],
    };
    const entry = first({
      container: { readinessProbe: http, resources: { limits: { cpu: '500m' } } },
      web: running(),
      objects: [metrics],
    });
    expect(entry?.cause).toContain('web uses 497m of its CPU limit 500m');
  });
  test('without metrics, the command that shows them is given', () => {
    expect(first({ container: { readinessProbe: http }, web: running() })?.more).toContain(
      'kubectl -n shop top pod cart --containers',
    );
  });
});

describe('before the first container', () => {
  const creating = { ready: false, state: { waiting: { reason: 'ContainerCreating' } } };
  const pending = { phase: 'Pending' };
  const volumes = [
    { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
    { name: 'tls', secret: { secretName: 'tls' } },
  ];
  test('a mount that times out is told as the attachment it waits for', () => {
    const events = [
      [
        'FailedMount',
        'Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[data]: timed out waiting for the condition',
        '2026-09-01T11:59:00Z',
      ],
      [
        'FailedAttachVolume',
        'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) cart-0',
        '2026-09-01T11:50:00Z',
      ],
    ] as const;
    expect(first({ spec: { volumes }, status: pending, web: creating, events })).toMatchObject({
      class: 'FailedAttachVolume',
      field: 'spec.volumes[name=data].persistentVolumeClaim.claimName',
      preventedBy: 'volume-allows-rolling',
    });
  });
  test('a key that a Secret lacks', () => {
    const events = [
      ['FailedMount', 'MountVolume.SetUp failed for volume "tls" : references non-existent secret key: tls.crt'],
    ] as const;
    expect(first({ spec: { volumes }, status: pending, web: creating, events })).toMatchObject({
      class: 'FailedMount',
      field: 'spec.volumes[name=tls].secret.items',
    });
  });
  test('a pod that has lost its volumes still gets the field', () => {
    const events = [['FailedMount', 'MountVolume.SetUp failed for volume "tls" : secret "tls" not found']] as const;
    expect(first({ status: pending, web: creating, events })?.field).toBe('spec.volumes[name=tls].secret.secretName');
  });
  test('a mount that waits for the cache of the kubelet passes by itself', () => {
    const message =
      'MountVolume.SetUp failed for volume "tls" : failed to sync secret cache: timed out waiting for the condition';
    const entry = first({ spec: { volumes }, status: pending, web: creating, events: [['FailedMount', message]] });
    expect(entry).toMatchObject({ class: 'FailedMount', severity: 'warning' });
  });
  test('a network without addresses', () => {
    const events = [
      [
        'FailedCreatePodSandBox',
        'Failed to create pod sandbox: plugin type="aws-cni" failed: failed to assign an IP address to container',
      ],
    ] as const;
    expect(first({ status: pending, web: creating, events })?.class).toBe('FailedCreatePodSandBox');
  });
  test('a failure that is over, since the image is being pulled', () => {
    const events = [
      ['FailedMount', 'MountVolume.SetUp failed for volume "tls" : secret "tls" not found', '2026-09-01T11:50:00Z'],
      ['Pulling', 'Pulling image "cart:1"', '2026-09-01T11:59:00Z'],
    ] as const;
    expect(first({ spec: { volumes }, status: pending, web: creating, events })?.class).toBe('ContainerCreating');
  });
  test('a phase Pending that is a pull error', () => {
    const web = { ready: false, state: { waiting: { reason: 'ErrImagePull', message: 'manifest unknown' } } };
    expect(first({ status: pending, web })).toMatchObject({
      class: 'ErrImagePull',
      field: 'spec.containers[name=web].image',
    });
  });
  test('a back-off whose cause only the event has', () => {
    const web = {
      ready: false,
      state: { waiting: { reason: 'ImagePullBackOff', message: 'Back-off pulling image "cart:1"' } },
    };
    const events = [['Failed', 'Failed to pull image "cart:1": 401 Unauthorized']] as const;
    expect(first({ status: pending, web, events })).toMatchObject({
      class: 'ImagePullBackOff',
      field: 'spec.imagePullSecrets',
    });
  });
  test('a cache that is not read yet passes by itself', () => {
    const web = {
      ready: false,
      state: {
        waiting: {
          reason: 'CreateContainerConfigError',
          message: 'failed to sync secret cache: timed out waiting for the condition',
        },
      },
    };
    expect(first({ status: pending, web })).toMatchObject({ class: 'CreateContainerConfigError', severity: 'warning' });
  });
  test('a key of a ConfigMap leads to the entry of the environment that names it', () => {
    const env = [{ name: 'MODE', valueFrom: { configMapKeyRef: { name: 'cfg', key: 'mode' } } }];
    const web = {
      ready: false,
      state: {
        waiting: { reason: 'CreateContainerConfigError', message: "couldn't find key mode in ConfigMap shop/cfg" },
      },
    };
    expect(first({ container: { env }, status: pending, web })?.field).toBe(
      'spec.containers[name=web].env[name=MODE].valueFrom.configMapKeyRef.key',
    );
  });
});

describe('containers that are no servers', () => {
  const init = (spec: Status, status: Status, more: Status = {}) =>
    first({
      spec: { initContainers: [{ name: 'migrate', image: 'm', ...spec }] },
      status: { phase: 'Pending', initContainerStatuses: [{ name: 'migrate', restartCount: 0, ...status }] },
      web: { ready: false, state: { waiting: { reason: 'PodInitializing' } } },
      ...more,
    });
  test.each([
    [{ state: { running: {} } }, 'Init:InProgress'],
    [{ state: ended(1) }, 'Init:Error'],
    [
      { state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: ended(1), restartCount: 3 },
      'Init:CrashLoopBackOff',
    ],
    [
      { state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: ended(137, 'OOMKilled'), restartCount: 3 },
      'Init:OOMKilled',
    ],
    [{ state: { waiting: { reason: 'ImagePullBackOff' } } }, 'Init:ImagePullBackOff'],
    [{ state: { waiting: { reason: 'CreateContainerConfigError' } } }, 'Init:CreateContainerConfigError'],
  ])('an init container in the state %j', (status, expected) => {
    expect(init({}, status)).toMatchObject({ class: expected, container: 'migrate' });
  });
  test('init containers that are through are no trouble, however often they restarted', () => {
    expect(init({}, { ready: true, state: ended(0, 'Completed'), restartCount: 6 })?.class).toBe('ContainerCreating');
  });
  test('a native sidecar that crashes before the app has started stops the start', () => {
    expect(init({ restartPolicy: 'Always' }, looping(ended(1)))?.class).toBe('Init:CrashLoopBackOff');
  });
  test('a native sidecar that was killed after the pod was done is no failure', () => {
    const spec = { initContainers: [{ name: 'proxy', restartPolicy: 'Always' }] };
    const status = {
      phase: 'Succeeded',
      initContainerStatuses: [{ name: 'proxy', restartCount: 0, state: ended(137) }],
    };
    expect(first({ spec, status, web: { ready: false, state: ended(0, 'Completed') } })?.class).toBe('Succeeded');
  });
  test('an ephemeral container does not count', () => {
    const status = {
      ephemeralContainerStatuses: [{ name: 'debug', state: { waiting: { reason: 'ImagePullBackOff' } } }],
    };
    expect(
      first({ spec: { ephemeralContainers: [{ name: 'debug' }] }, status, web: running({ ready: true }) })?.class,
    ).toBe('Healthy');
  });
  test('a task that is done beside a proxy that is not never completes', () => {
    const spec = { restartPolicy: 'Never', containers: [{ name: 'web' }, { name: 'istio-proxy' }] };
    const status = {
      containerStatuses: [
        { name: 'web', ready: false, restartCount: 0, state: ended(0, 'Completed') },
        { name: 'istio-proxy', ready: true, restartCount: 0, state: { running: {} } },
      ],
    };
    expect(first({ spec, status })).toMatchObject({
      class: 'NotReady',
      container: 'web',
      preventedBy: 'job-sidecar-ends',
    });
  });
});

describe('two containers of one pod', () => {
  test('with two troubles give two entries, the cause that comes first ahead', () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'cart' },
      spec: { containers: [{ name: 'a' }, { name: 'b' }] },
      status: {
        phase: 'Pending',
        containerStatuses: [
          { name: 'a', ...looping(ended(1)) },
          { name: 'b', ready: false, restartCount: 0, state: { waiting: { reason: 'InvalidImageName' } } },
        ],
      },
    };
    const { diagnoses } = diagnose([pod as unknown as Manifest], { now: NOW });
    expect(diagnoses.map((entry) => [entry.class, entry.container])).toEqual([
      ['InvalidImageName', 'b'],
      ['CrashLoopBackOff', 'a'],
    ]);
  });
});

describe('events', () => {
  const web = { ready: false, state: { waiting: { reason: 'ContainerCreating' } } };
  const mount = (about: JsonObject) => ({
    apiVersion: 'v1',
    kind: 'Event',
    involvedObject: { kind: 'Pod', namespace: 'shop', name: 'cart', ...about },
    reason: 'FailedMount',
    message: 'MountVolume.SetUp failed for volume "x" : secret "x" not found',
    lastTimestamp: '2026-09-01T11:30:00Z',
  });
  test('by name count where they have no uid', () => {
    expect(first({ status: { phase: 'Pending' }, web, objects: [mount({})] })?.class).toBe('FailedMount');
  });
  test('about an earlier pod of the same name do not count', () => {
    const metadata = { creationTimestamp: '2026-09-01T11:45:00Z' };
    expect(first({ metadata, status: { phase: 'Pending' }, web, objects: [mount({ uid: 'another' })] })?.class).toBe(
      'ContainerCreating',
    );
  });
  test('of events.k8s.io are read as well', () => {
    const event = {
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      regarding: { kind: 'Pod', namespace: 'shop', name: 'cart', uid: 'u1' },
      reason: 'FailedMount',
      note: 'MountVolume.SetUp failed for volume "x" : secret "x" not found',
      series: { count: 9, lastObservedTime: '2026-09-01T11:59:00Z' },
    };
    const entry = first({ status: { phase: 'Pending' }, web, objects: [event] });
    expect(entry?.proof).toEqual([
      'event FailedMount (9 times): MountVolume.SetUp failed for volume "x" : secret "x" not found',
    ]);
  });
  test('without them the answer says what they would add', () => {
    expect(first({ status: { phase: 'Pending' }, web })?.cause).toContain(
      'events would show whether a volume, the network or the image',
    );
  });
});

test('a pod whose Node object does not answer is lost, whatever its status says', () => {
  const node = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'node-1' },
    status: { conditions: [{ type: 'Ready', status: 'Unknown', reason: 'NodeStatusUnknown' }] },
  };
  const status = { conditions: [{ type: 'Ready', status: 'False' }] };
  expect(first({ status, web: running({ ready: true }), objects: [node] })?.class).toBe('NodeLost');
});

test('a finalizer that holds a pod is named', () => {
  const metadata = { deletionTimestamp: '2026-09-01T11:30:00Z', finalizers: ['example.com/cleanup'] };
  const entry = first({ metadata, web: { ready: false, state: ended(0, 'Completed') } });
  expect(entry).toMatchObject({ class: 'TerminatingStuck', field: 'metadata.finalizers' });
  expect(entry?.cause).toContain('finalizer "example.com/cleanup" is still on it');
});
