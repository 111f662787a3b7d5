import { found, workload } from '../support';

const RULE = 'reference-exists';
const object = (kind: string, name: string, apiVersion = 'v1', spec: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name },
  spec: spec as never,
});
const ENV = 'spec.template.spec.containers[0].env[0].valueFrom';
const fromSecret = (name: string, extra: object = {}) => ({
  env: [{ name: 'A', valueFrom: { secretKeyRef: { name, key: 'a', ...extra } } }],
});

test('a missing one is told where others of its kind are there', () => {
  expect(found(RULE, [object('Secret', 'other'), workload({ container: fromSecret('db') })])).toEqual([
    `info web ${ENV}.secretKeyRef.name`,
  ]);
  expect(found(RULE, [workload({ container: fromSecret('db') })])).toEqual([]);
  expect(found(RULE, [object('Secret', 'db'), workload({ container: fromSecret('db') })])).toEqual([]);
});

test('what is optional may be missing', () => {
  expect(
    found(RULE, [object('Secret', 'other'), workload({ container: fromSecret('db', { optional: true }) })]),
  ).toEqual([]);
});

test('volumes, accounts and claims are looked at, each name once', () => {
  const set = [object('ConfigMap', 'x'), object('PersistentVolumeClaim', 'x'), object('ServiceAccount', 'x')];
  const pod = {
    serviceAccountName: 'app',
    volumes: [
      { name: 'a', configMap: { name: 'files' } },
      { name: 'b', configMap: { name: 'files' } },
      { name: 'c', persistentVolumeClaim: { claimName: 'data' } },
      { name: 'd', projected: { sources: [{ configMap: { name: 'more' } }] } },
    ],
  };
  expect(found(RULE, [...set, workload({ pod })])).toHaveLength(4);
});

test('what every namespace has, and what another object makes, is there', () => {
  const pod = { serviceAccountName: 'default', volumes: [{ name: 'ca', configMap: { name: 'kube-root-ca.crt' } }] };
  expect(found(RULE, [object('ServiceAccount', 'x'), object('ConfigMap', 'x'), workload({ pod })])).toEqual([]);
  const sealed = object('SealedSecret', 'db', 'bitnami.com/v1alpha1');
  const external = object('ExternalSecret', 'x', 'external-secrets.io/v1', { target: { name: 'db' } });
  for (const maker of [sealed, external]) {
    expect(found(RULE, [object('Secret', 'other'), maker, workload({ container: fromSecret('db') })])).toEqual([]);
  }
});
