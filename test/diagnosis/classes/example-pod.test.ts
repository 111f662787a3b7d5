import { parse } from 'yaml';
import { examplePod } from '../../../lib/diagnosis/classes/example-pod';

const EXAMPLE = { container: 'command: [serve]', status: 'ready: false\nstate:\n  running: {}' };
const web = { name: 'web', image: 'registry.example.com/shop/cart:1.4.2' };

test('a container of its own example is the one app container of a running pod', () => {
  const { spec, status } = parse(examplePod(EXAMPLE, false));
  expect(spec).toEqual({ nodeName: 'node-1', containers: [{ ...web, command: ['serve'] }] });
  expect(status).toEqual({
    phase: 'Running',
    containerStatuses: [{ name: 'web', ready: false, state: { running: {} } }],
  });
});

test('as an init container it comes before an app container that has not started, in a pod that is pending', () => {
  const { spec, status } = parse(examplePod(EXAMPLE, true));
  expect(spec.initContainers).toEqual([{ ...web, name: 'migrate', command: ['serve'] }]);
  expect(spec.containers).toEqual([web]);
  expect(status.phase).toBe('Pending');
  expect(status.initContainerStatuses).toEqual([{ name: 'migrate', ready: false, state: { running: {} } }]);
  expect(status.containerStatuses[0].state).toEqual({ waiting: { reason: 'PodInitializing' } });
});

test('another phase stays', () => {
  expect(parse(examplePod({ ...EXAMPLE, phase: 'Failed' }, true)).status.phase).toBe('Failed');
});
