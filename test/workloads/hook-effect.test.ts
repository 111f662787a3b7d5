import { containerOf } from '../../lib/kubernetes/views/container';
import { hookEffectOf } from '../../lib/workloads/hook-effect';

const effect = (preStop: object, more: object = {}) => {
  const written = { name: 'web', ports: [{ containerPort: 8080 }], ...more, lifecycle: { preStop } };
  const read = hookEffectOf(containerOf(JSON.parse(JSON.stringify(written)), 'spec.containers[0]', 'containers'));
  return read && [read.covers, read.stop?.text];
};
const exec = (...command: string[]) => effect({ exec: { command } });
const script = (text: string) => exec('/bin/sh', '-c', text);

test.each([
  ['nginx -s quit', 0, 'nginx -s quit'],
  ['nginx -s quit; sleep 20', 0, 'nginx -s quit'],
  ['nginx -c /etc/nginx.conf -s stop && sleep 20', 0, 'nginx -c /etc/nginx.conf -s stop'],
  ['sleep 15; /usr/sbin/nginx -s quit', 15, 'nginx -s quit'],
  ['sleep 10; nginx -s quit; while killall -0 nginx; do sleep 1; done', 10, 'nginx -s quit'],
  ['kill -QUIT 1 && sleep 10', 0, 'kill -QUIT 1'],
  ['kill -s TERM $(cat /run/app.pid)', 0, 'kill -s TERM $(cat /run/app.pid)'],
  ['pkill -SIGTERM node; sleep 5', 0, 'pkill -SIGTERM node'],
  ['sleep 5 && apachectl -k graceful-stop', 5, 'apachectl -k graceful-stop'],
  ['httpd -k stop', 0, 'httpd -k stop'],
  ['bundle exec pumactl stop', 0, 'bundle exec pumactl stop'],
  ['timeout 30 nginx -s quit', 0, 'timeout 30 nginx -s quit'],
  ['caddy stop', 0, 'caddy stop'],
  ['kong quit -t 30', 0, 'kong quit -t 30'],
  ['curl -X POST http://localhost:15020/quitquitquit', 0, 'curl -X POST http://localhost:15020/quitquitquit'],
  ['wget -qO- localhost:8080/actuator/shutdown; sleep 9', 0, 'wget -qO- localhost:8080/actuator/shutdown'],
  ['./notify.sh; nginx -s quit', undefined, undefined],
  ['sleep 10; ./notify.sh; nginx -s quit', 10, undefined],
  ['nginx -s reload; sleep 10', 10, undefined],
  ['kill -HUP 1; sleep 7', 7, undefined],
  ['kill -0 1', 0, undefined],
  ['touch /tmp/draining', 0, undefined],
  ['curl localhost:8080/drain', undefined, undefined],
  ['curl localhost:8080/drain; sleep 12', 12, undefined],
  ['curl "localhost:9901/drain_listeners?graceful"; sleep 12', 12, undefined],
  ['while pgrep node; do sleep 1; done', undefined, undefined],
  ['sleep $DELAY; nginx -s quit', undefined, undefined],
])('%s covers %s s, stopped by %s', (text, covers, stop) => {
  expect(script(text)).toEqual([covers, stop]);
});

test('a command without a shell, and a native sleep', () => {
  expect(exec('/usr/sbin/nginx', '-s', 'quit')).toEqual([0, 'nginx -s quit']);
  expect(exec('/app/drain')).toEqual([undefined, undefined]);
  expect(effect({ sleep: { seconds: 10 } })).toEqual([10, undefined]);
  expect(effect({ tcpSocket: { port: 80 } })).toBeUndefined();
});

test('a request returns at once where the app itself answers it, and may stop it', () => {
  const get = (path: string, port = 8080, host?: string) => effect({ httpGet: { path, port, host } });
  expect(get('/offline')).toEqual([0, undefined]);
  expect(get('/quitquitquit', 15020)).toEqual([0, 'GET /quitquitquit']);
  expect(get('/actuator/shutdown')).toEqual([0, 'GET /actuator/shutdown']);
  for (const unknown of [get('/shutdown', 8090), get('/wait-for-drain'), get('/offline', 8080, 'lb.example.com')])
    expect(unknown).toEqual([undefined, undefined]);
});

test('/wait-shutdown of ingress-nginx waits for as long as its controller is told to', () => {
  const wait = (...args: string[]) => effect({ exec: { command: ['/wait-shutdown'] } }, { args });
  expect(wait('/nginx-ingress-controller')).toEqual([0, '/wait-shutdown']);
  expect(wait('/nginx-ingress-controller', '--shutdown-grace-period=30')).toEqual([30, '/wait-shutdown']);
  expect(wait('--shutdown-grace-period', '20')).toEqual([20, '/wait-shutdown']);
});
