import { check } from '../../../lib/check/check';
import type { JsonObject } from '../../../lib/kubernetes/views/json';
import { found, messages, workload } from '../support';

const RULE = 'cpu-fits-a-node';
const withResources = (resources: JsonObject) => workload({ container: { resources } });

test('more than 64 cores are told, in requests and limits', () => {
  const object = withResources({ requests: { cpu: '500' }, limits: { cpu: 1000 } });
  expect(found(RULE, [object])).toEqual([
    'info web spec.template.spec.containers[0].resources.requests[cpu]',
    'info web spec.template.spec.containers[0].resources.limits[cpu]',
  ]);
  expect(messages(RULE, [object])[0]).toBe('container "web" requests 500 CPU cores, and few nodes have more than 64');
});

test.each(['64', '64000m', '1', '250m', '0.5', 'many'])('%s is left alone', (cpu) => {
  expect(found(RULE, [withResources({ requests: { cpu } })])).toEqual([]);
});

test('a number without unit was probably meant in thousandths', () => {
  const fixes = (cpu: string) =>
    check([withResources({ requests: { cpu } })], { only: [RULE] }).findings.map(({ fix }) => fix);
  expect(fixes('250')[0]).toMatch(/^Write "250m" if thousandths of a core are meant/);
  expect(fixes('96000m')[0]).not.toContain('96000mm');
});

test('memory is not looked at', () => {
  expect(found(RULE, [withResources({ requests: { memory: '1000' } })])).toEqual([]);
});
