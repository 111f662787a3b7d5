import { count, workload } from '../support';

const RULE = 'poststart-does-not-wait';
const fires = (postStart: object) => count(RULE, [workload({ container: { lifecycle: { postStart } as never } })]);
const runs = (script: string) => fires({ exec: { command: ['sh', '-c', script] } });

test.each([
  'sleep 10; curl -X POST localhost:8080/warm',
  'until nc -z localhost 8080; do sleep 1; done',
  'curl --retry 30 --retry-connrefused http://127.0.0.1:8080/warm',
])('%j waits', (script) => {
  expect(runs(script)).toBe(1);
});

test.each([
  'cp /tmp/a /tmp/b',
  'curl -X POST http://localhost:8080/warm',
  'curl --retry 5 http://config.example.com/settings',
  'sleep 30 &',
])('%j does not', (script) => {
  expect(runs(script)).toBe(0);
});

test('a native sleep waits too', () => {
  expect([fires({ sleep: { seconds: 5 } }), fires({ sleep: { seconds: 0 } })]).toEqual([1, 0]);
});
