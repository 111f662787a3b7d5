import { check } from '../../../lib/check/check';
import type { CheckOptions } from '../../../lib/check/options';
import { workload } from '../../rules/support';

const SEEN = { index: 0, message: 'key "spec" is already set in this mapping', location: { line: 7, column: 3 } };
const found = (options: CheckOptions = {}, annotations = {}) =>
  check([workload({ annotations })], { only: ['admitted'], duplicateKeys: [SEEN], ...options }).findings;

test('a key that the reader saw twice is refused, at its place in the text', () => {
  expect(found()).toMatchObject([
    { rule: 'admitted', severity: 'error', message: SEEN.message, path: '', location: SEEN.location },
  ]);
});

test('levels and acknowledgements hold for it as for any finding', () => {
  expect(found({ levels: { admitted: 'info' } })).toMatchObject([{ severity: 'info' }]);
  expect(found({ levels: { admitted: 'off' } })).toEqual([]);
  expect(found({ only: ['image-is-pinned'] })).toEqual([]);
  const annotations = { 'cdk8s-lifecycle/acknowledge.admitted': 'generated twice' };
  expect(found({}, annotations)).toMatchObject([{ acknowledged: 'generated twice' }]);
});
