import { diagnose } from '../../../lib/diagnosis';
import type { JsonObject } from '../../../lib/kubernetes/views/json';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';
import { ended, first, looping, NOW, running, type Status } from '../examples/cart-pod';

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
