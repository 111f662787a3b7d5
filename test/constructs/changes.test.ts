import { changesOf, withChanges } from '../../lib/constructs/changes';

const born = {
  replicas: 2,
  template: { spec: { dnsPolicy: 'ClusterFirst', containers: [{ name: 'web', image: 'a' }] } },
};
const ours = {
  replicas: 3,
  template: { spec: { dnsPolicy: 'Default', containers: [{ name: 'web', env: [{ name: 'LEVEL', value: 'info' }] }] } },
};

test('what an object has always said changes nothing', () => {
  expect(changesOf(born, JSON.parse(JSON.stringify(born)))).toEqual({});
  expect(withChanges(ours, {})).toEqual(ours);
});

test('what was added to a container comes on top, by its name; a variable of the same name counts last', () => {
  const env = [
    { name: 'LEVEL', value: 'debug' },
    { name: 'MORE', value: '1' },
  ];
  const late = { name: 'late', image: 'b' };
  const now = {
    ...born,
    template: { spec: { ...born.template.spec, containers: [{ name: 'web', image: 'a', env }, late] } },
  };
  expect(withChanges(ours, changesOf(born, now)).template).toEqual({
    spec: { dnsPolicy: 'Default', containers: [{ name: 'web', env }, late] },
  });
});

test('what is gone since is gone from ours: replicas that an autoscaler owns', () => {
  const { template } = born;
  expect(withChanges(ours, changesOf(born, { template }))).toEqual({ template: ours.template });
});

test('a container that is gone is an error', () => {
  const spec = { containers: [{ name: 'renamed' }] };
  expect(() => changesOf(born.template.spec, spec)).toThrow("container 'web' is gone from containers");
});
