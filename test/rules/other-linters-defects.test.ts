import { budget, count, found, hpa, http, service, workload } from './support';

// What other linters get wrong, by their public issues and sources: each holds here.

test('kube-score, polaris, kyverno: a registry’s port is no tag', () => {
  expect(count('image-is-pinned', [workload({ container: { image: 'registry:5000/app' } })])).toBe(1);
});

test('kube-score: two named ports are two ports', () => {
  const ports = [
    { name: 'http', containerPort: 8080 },
    { name: 'admin', containerPort: 9090 },
  ];
  const probe = (port: string) => ({ httpGet: { path: '/health', port } });
  const container = { ports, readinessProbe: probe('http'), livenessProbe: probe('admin') };
  expect(count('liveness-differs-from-readiness', [workload({ container })])).toBe(0);
});

test('kube-score: one container with a probe does not answer for the others', () => {
  const pod = {
    containers: [
      { name: 'log', image: 'log:1', livenessProbe: http('/') },
      { name: 'app', image: 'app:1', ports: [{ containerPort: 8080 }] },
    ],
  };
  expect(count('liveness-probe-exists', [workload({ pod })])).toBe(1);
  const probed = { containers: [{ ...pod.containers[0], readinessProbe: http('/') }, pod.containers[1]] as never };
  expect(count('readiness-probe-exists', [service(), workload({ pod: probed })])).toBe(1);
});

test('kube-score #285, #339: one endpoint for both is well where liveness is laxer', () => {
  const container = { readinessProbe: http('/h'), livenessProbe: http('/h', { failureThreshold: 6 }) };
  expect(count('liveness-differs-from-readiness', [workload({ container })])).toBe(0);
});

test('kyverno: two missing probes are not two equal ones', () => {
  expect(count('liveness-differs-from-readiness', [workload()])).toBe(0);
});

test('polaris #999: every label of a budget has to match', () => {
  const web = workload({ labels: { app: 'web', tier: 'front' }, spec: { replicas: 2 } });
  const other = budget({ selector: { matchLabels: { app: 'web', tier: 'back' } } });
  expect(count('budget-exists', [web, other])).toBe(1);
});

test('polaris #1029: a StatefulSet needs a budget too', () => {
  expect(count('budget-exists', [workload({ kind: 'StatefulSet', spec: { replicas: 3 } })])).toBe(1);
});

test('polaris: namespaces are compared', () => {
  const web = workload({ namespace: 'a', spec: { replicas: 1 } });
  expect(count('budget-allows-eviction', [web, budget({ minAvailable: 1 }, 'web', 'b')])).toBe(0);
});

test('polaris: a minimum equal to the replicas blocks, and so does one equal to the HPA’s', () => {
  const web = workload({ spec: { replicas: 5 } });
  expect(count('budget-allows-eviction', [web, hpa(2), budget({ minAvailable: 2 })])).toBe(1);
});

test('kube-linter #637: the minimum of the HPA counts though replicas is set', () => {
  const web = workload({ spec: { replicas: 3 } });
  expect(count('budget-allows-eviction', [web, hpa(1), budget({ minAvailable: 1 })])).toBe(1);
});

test('polaris: a Deployment under an HPA need not set its replicas', () => {
  expect(count('replicas-survive-one-loss', [workload(), hpa(3)])).toBe(0);
});

test('kube-linter #261, kube-score #108: jobs and init containers are no servers', () => {
  const init = { initContainers: [{ name: 'init', image: 'init:1' }] };
  for (const kind of ['Job', 'CronJob']) {
    for (const rule of ['readiness-probe-exists', 'liveness-probe-exists', 'prestop-exists', 'slow-start-is-covered']) {
      expect(count(rule, [service(), workload({ kind, pod: init })])).toBe(0);
    }
  }
  expect(found('prestop-exists', [service(), workload({ pod: init })])).toEqual([
    'warning web spec.template.spec.containers[0]',
  ]);
});

test('kube-score: a Service without selector selects nothing', () => {
  const external = service({ selector: undefined } as never, 'external');
  expect(count('readiness-probe-exists', [external, workload()])).toBe(0);
  expect(count('service-selects-pods', [external, workload()])).toBe(0);
});

test('polaris #651: a probe is asked for where a Service sends to it', () => {
  expect(count('readiness-probe-exists', [service({ selector: { app: 'other' } }), workload()])).toBe(0);
});

test('kube-score #613, kube-linter #894: topology spread is spread', () => {
  const pod = {
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: { matchLabels: { app: 'web' } },
      },
    ],
  };
  expect(count('replicas-are-spread', [workload({ spec: { replicas: 2 }, pod })])).toBe(0);
});

test('kube-score #48: a pinned image need not be pulled at each start', () => {
  for (const rule of ['pull-policy-fits-tag', 'image-is-pinned', 'tag-is-immutable', 'pull-policy-needs-no-registry']) {
    expect(count(rule, [workload({ container: { image: 'web:1.4.2', imagePullPolicy: 'IfNotPresent' } })])).toBe(0);
  }
});

test('kube-linter: an undeclared port number works, and a missing name does not', () => {
  const probe = (port: string | number) => ({ readinessProbe: { tcpSocket: { port } } });
  expect(count('probe-port-exists', [workload({ container: probe(9999) })])).toBe(0);
  expect(count('probe-port-exists', [workload({ container: probe('grpc') })])).toBe(1);
});

test('kube-linter: a Job with restartPolicy Never is well, and so is a Deployment that leaves it to the default', () => {
  const job = workload({ kind: 'Job', pod: { restartPolicy: 'Never' } });
  expect(count('admitted', [job, workload({ name: 'other' })])).toBe(0);
  expect(count('admitted', [workload({ kind: 'Job', pod: { restartPolicy: 'Always' } })])).toBe(1);
});

test('kube-linter #24: an Argo Rollout is a workload', () => {
  const rollout = workload({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' });
  expect(count('prestop-exists', [service(), rollout])).toBe(1);
});

test('kube-linter #1180, kube-score #470: annotations of the pod template count, for one container too', () => {
  const podAnnotations = { 'cdk8s-lifecycle/acknowledge.prestop-exists': '[web] it drains by itself' };
  const rules = { only: ['prestop-exists', 'acknowledgement-is-valid'] };
  expect(found('prestop-exists', [service(), workload({ podAnnotations })], rules)).toHaveLength(1);
  expect(found('acknowledgement-is-valid', [service(), workload({ podAnnotations })])).toEqual([]);
});
