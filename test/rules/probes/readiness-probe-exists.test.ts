import { budget, found, http, service, workload } from '../support';

const RULE = 'readiness-probe-exists';
const CONTAINER = 'spec.template.spec.containers[0]';

test('a Service that selects the pods makes the missing probe a finding', () => {
  expect(found(RULE, [service(), workload()])).toEqual([`warning web ${CONTAINER}`]);
  expect(found(RULE, [service(), workload({ container: { readinessProbe: http('/ready') } })])).toEqual([]);
});

test('where the set holds Services, pods that none selects are no servers', () => {
  expect(found(RULE, [service({ selector: { app: 'other' } }), workload()])).toEqual([]);
});

test('where the set holds no Service, declared ports make a server', () => {
  expect(found(RULE, [workload()])).toEqual([`warning web ${CONTAINER}`]);
  expect(found(RULE, [workload({ container: { ports: [] } })])).toEqual([]);
  expect(
    found(RULE, [budget(), workload({ container: { ports: [{ name: 'metrics', containerPort: 9090 }] } })]),
  ).toEqual([]);
});

test('a Service that targets only an operational port makes no server', () => {
  const ports = [{ name: 'http-metrics', port: 9090, targetPort: 9090 }];
  expect(found(RULE, [service({ ports }), workload()])).toEqual([]);
});

test('the container that declares the port is asked, not the first', () => {
  const pod = {
    containers: [
      { name: 'log', image: 'log:1' },
      { name: 'app', image: 'app:1', ports: [{ containerPort: 8080 }] },
    ],
  };
  expect(found(RULE, [service(), workload({ pod })])).toEqual(['warning web spec.template.spec.containers[1]']);
});

test('a readiness gate on the pod stands for a probe', () => {
  const pod = { readinessGates: [{ conditionType: 'example.com/ready' }] };
  expect(found(RULE, [service(), workload({ pod })])).toEqual([]);
});

test('jobs, workloads of 0 replicas and what is declared as not served are left alone', () => {
  expect(found(RULE, [service(), workload({ kind: 'Job' })])).toEqual([]);
  expect(found(RULE, [service(), workload({ spec: { replicas: 0 } })])).toEqual([]);
  expect(found(RULE, [service(), workload({ annotations: { 'cdk8s-lifecycle/served': 'false' } })])).toEqual([]);
});

test('a Service without selector, and one of another namespace, serve nothing', () => {
  expect(found(RULE, [service({ selector: {} }), workload()])).toEqual([]);
  expect(found(RULE, [service({}, 'web', 'a'), workload({ namespace: 'b' })])).toEqual([]);
});

test('a name without namespace is in the one named namespace of the set', () => {
  expect(found(RULE, [service({}, 'web', 'shop'), workload()])).toHaveLength(1);
});

test('an Argo Rollout and an OpenShift DeploymentConfig are servers too', () => {
  const rollout = workload({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' });
  const config = workload({ apiVersion: 'apps.openshift.io/v1', kind: 'DeploymentConfig' });
  expect(found(RULE, [service(), rollout])).toHaveLength(1);
  expect(found(RULE, [service(), config])).toHaveLength(1);
});
