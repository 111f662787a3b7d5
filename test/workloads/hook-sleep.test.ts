import { execSleepSeconds, sleepSeconds } from '../../lib/workloads/hook-sleep';
import { containerWith } from './facts';

test.each([
  [['sleep', '10'], 10],
  [['/bin/sleep', '10s'], 10],
  [['sleep', '1m', '30'], 90],
  [['sleep', '0.5'], 0.5],
  [['sleep', 'infinity'], Number.POSITIVE_INFINITY],
  [['sleep', 'inf'], Number.POSITIVE_INFINITY],
  [['sleep', '.25'], 0.25],
  [['sleep', '2.5m'], 150],
  [['sleep', '1h'], 3600],
  [['sleep', '1d'], 86_400],
  [['busybox', 'sleep', '5'], 5],
  [['sh', '-c', 'sleep 5 && nginx -s quit'], 5],
  [['/bin/sh', '-c', 'touch /tmp/drain; sleep 5; sleep 7'], 12],
  [['sh', '-c', 'nginx -s quit; sleep 15'], 15],
  [['bash', '-ec', 'exec sleep 20'], 20],
  [['sh', '-c', 'sleep 5 || true'], 5],
  [['sh', '-c', 'sleep 5; /drain.sh'], 5],
  [['nginx', '-s', 'quit'], 0],
  [['sh', '-c', 'sleep 10 & true'], 0],
  [['python3', '-c', 'import time; time.sleep(15)'], 15],
])('%j sleeps %s s', (command, seconds) => {
  expect(execSleepSeconds(command)).toBe(seconds);
});

test.each([
  [['curl', 'localhost:8080/drain']],
  [['sh', '-c', 'sleep $DELAY']],
  [['sh', '-c', 'while true; do sleep 1; done']],
  [['sh', '-c', '/drain.sh && sleep 2']],
  [['sh', '-c', 'curl -f localhost/drain || sleep 10']],
  [['sh', '/stop.sh']],
  [['powershell', '-Command', 'Start-Sleep -s 10']],
  [['sleep']],
  [['sleep', 'soon']],
  [['sleep', 'x10']],
  [['sleep', '10x']],
  [['sleep', 'infinite']],
  [['sleep', 'minf']],
  [['sh', '-c', 'drain; sleep 10']],
  [[]],
])('how long %j takes cannot be read', (command) => {
  expect(execSleepSeconds(command)).toBeUndefined();
});

test('a hook sleeps natively or by a command; what asks over the network cannot be read', () => {
  const sleeps = (preStop: object) => sleepSeconds(containerWith({ lifecycle: { preStop: preStop as never } }).preStop);
  expect(sleeps({ sleep: { seconds: 7 } })).toBe(7);
  expect(sleeps({ exec: { command: ['sleep', '8'] } })).toBe(8);
  expect(sleeps({ httpGet: { path: '/drain', port: 8080 } })).toBeUndefined();
  expect(sleepSeconds(undefined)).toBeUndefined();
});
