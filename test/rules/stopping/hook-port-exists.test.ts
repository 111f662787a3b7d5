import { count, workload } from '../support';

const RULE = 'hook-port-exists';
const fires = (port: string | number) =>
  count(RULE, [workload({ container: { lifecycle: { postStart: { httpGet: { port } } } } })]);

test('a name has to be declared, a number or a string of digits has not', () => {
  expect([fires('admin'), fires('http'), fires(9999), fires('9999')]).toEqual([1, 0, 0, 0]);
});
