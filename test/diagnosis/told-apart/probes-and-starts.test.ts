import { first, http, running } from '../examples/cart-pod';

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
