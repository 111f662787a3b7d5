import { messages, workload } from '../support';

const fires = (resources: object) =>
  messages('requests-are-set', [workload({ container: { resources: resources as never } })]);
const told = (what: string) => [`container "web" requests no ${what}, so the scheduler counts nothing for it`];

test('what is missing is named', () => {
  expect(fires({})).toEqual(told('cpu and no memory'));
  expect(fires({ requests: { cpu: '1' } })).toEqual(told('memory'));
  expect(fires({ requests: { cpu: '1', memory: '1Gi' } })).toEqual([]);
});

test('a limit counts as the request, since Kubernetes copies it', () => {
  expect(fires({ limits: { cpu: 1, memory: '1Gi' } })).toEqual([]);
  expect(fires({ requests: { cpu: '1' }, limits: { memory: '1Gi' } })).toEqual([]);
});
