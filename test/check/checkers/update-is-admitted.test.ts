import { check } from '../../../lib/check/check';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';
import { workload } from '../../rules/support';

const RULE = 'update-is-admitted';
const found = (previous: readonly Manifest[] | undefined, objects: readonly Manifest[]) =>
  check(objects, { only: [RULE], previous }).findings.map(({ path }) => path);

test('what the API server refuses to change in the object that is replaced is told', () => {
  expect(found([workload()], [workload({ labels: { app: 'api' } })])).toEqual(['spec.selector']);
});

test('an object that replaces none, or changes nothing of the kind, is well', () => {
  expect(found([workload({ name: 'other' })], [workload({ labels: { app: 'api' } })])).toEqual([]);
  expect(found([workload()], [workload({ container: { image: 'registry.example.com/web:1.5.0' } })])).toEqual([]);
});

test('what is refused at creation already is left to the rule for that', () => {
  const refused = workload({ spec: { minReadySeconds: -1 } });
  expect(found([workload()], [refused])).toEqual([]);
});

test('an acknowledgement of it is not called unused where nothing is replaced', () => {
  const annotations = { [`cdk8s-lifecycle/acknowledge.${RULE}`]: 'it is created anew' };
  const complaints = (previous?: readonly Manifest[]) =>
    check([workload({ annotations })], { only: [RULE, 'acknowledgement-is-valid'], previous }).findings.length;
  expect(complaints()).toBe(0);
  expect(complaints([workload()])).toBe(1);
});
