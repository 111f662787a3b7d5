import { messages, workload } from '../support';

const RULE = 'heap-fits-memory';
const env = (name: string, value: string, limit = '512Mi') =>
  messages(RULE, [workload({ container: { env: [{ name, value }], resources: { limits: { memory: limit } } } })])
    .length;
const args = (...given: string[]) =>
  messages(RULE, [workload({ container: { args: given, resources: { limits: { memory: '512Mi' } } } })]).length;

test.each([
  ['JAVA_OPTS', '-Xmx512m', 1],
  ['JAVA_OPTS', '-Xmx511m', 0],
  ['JAVA_TOOL_OPTIONS', '-Xms64m -Xmx1G -Dfoo=bar', 1],
  ['JAVA_OPTS', '-Xmx1g -Xmx256m', 0],
  ['JAVA_OPTS', '-XX:MaxRAMPercentage=90.0', 0],
  ['JAVA_OPTS', '-XX:MaxRAMPercentage=95', 1],
  ['NODE_OPTIONS', '--max-old-space-size=512', 1],
  ['NODE_OPTIONS', '--max_old_space_size=400', 0],
  ['GOMEMLIMIT', '512MiB', 1],
  ['GOMEMLIMIT', '460MiB', 0],
  ['GOMEMLIMIT', '536870912', 1],
  ['DOTNET_GCHeapHardLimit', '0x20000000', 1],
  ['DOTNET_GCHeapHardLimit', '10000000', 0],
  ['OTHER', '512MiB', 0],
])('%s=%s under 512Mi gives %i', (name, value, expected) => {
  expect(env(name, value)).toBe(expected);
});

test('arguments are read as well', () => {
  expect([args('-Xmx1g'), args('--max-old-space-size', '1024'), args('--max-old-space-size=1024')]).toEqual([1, 0, 1]);
});

test('without a limit there is nothing to compare with', () => {
  expect(messages(RULE, [workload({ container: { env: [{ name: 'JAVA_OPTS', value: '-Xmx8g' }] } })])).toEqual([]);
});

test('both sizes are told', () => {
  const container = { args: ['-Xmx1g'], resources: { limits: { memory: '512Mi' } } };
  expect(messages(RULE, [workload({ container })])).toEqual([
    'container "web" lets its heap grow to 1Gi (-Xmx1g), and its memory limit is 512Mi',
  ]);
});
