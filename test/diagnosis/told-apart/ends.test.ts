import { ended, first, http, looping } from '../examples/cart-pod';

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
