import { App, Chart, Duration, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { HealthChecks, Hook, Image, PodAmount, RollingUpdate, Schedule, Shutdown } from '../../lib';
import { newChart, resources, service, synthesize, worker } from './fixtures';

test('all that is wrong with an App is told at once, each with construct path and source line', () => {
  const chart = newChart();
  service(chart, 'cart', {
    shutdown: Shutdown.of({ preStop: Hook.sleep(Duration.seconds(30)), gracePeriod: Duration.seconds(20) }),
  });
  worker(new Construct(chart, 'team'), 'mailer', {
    progressDeadline: Duration.seconds(10),
    minReady: Duration.seconds(20),
  });
  let message = '';
  try {
    synthesize(chart);
  } catch (error) {
    message = String(error);
  }
  expect(message).toMatch(
    /\[shop\/cart\] 'preStop' \(30s\) takes the whole 'gracePeriod' \(20s\).* at test\/constructs\/fixtures\.ts:\d+/,
  );
  expect(message).toMatch(
    /\[shop\/team\/mailer\] 'progressDeadline' \(10s\) must be greater than 'minReady' \(20s\) at test\/constructs\/fixtures\.ts:\d+/,
  );
});

test('two constructs of one name and kind are an error', () => {
  const chart = newChart();
  service(new Construct(chart, 'a'), 'cart');
  service(new Construct(chart, 'b'), 'cart');
  expect(() => synthesize(chart)).toThrow(/object-is-unique/);
});

test.each([
  [
    'an image that does not parse',
    () => Image.of('Nginx:latest'),
    "image 'Nginx:latest' cannot be read: its repository 'Nginx' has capital letters; write 'nginx'",
  ],
  [
    'a port that is none',
    () => service(newChart(), 'cart', { port: 70000 }),
    "'port' (70000) must be a whole number from 1 to 65535",
  ],
  [
    'a negative number of replicas',
    () => service(newChart(), 'cart', { replicas: -1 }),
    "'replicas' (-1) must be a whole number, 0 or more",
  ],
  [
    'half a second',
    () => Hook.sleep(Duration.millis(500)),
    "'sleep' (0.5s) must be a whole number of seconds: write Duration.seconds(1)",
  ],
  [
    'half a second of a check',
    () => HealthChecks.http().withReadiness({ period: Duration.millis(500) }),
    "'period' (0.5s) must be a whole number of seconds",
  ],
  [
    'two containers of one name',
    () => service(newChart(), 'cart', { containers: [{ name: 'cart', image: Image.of('a:1'), resources }] }),
    "two containers are named 'cart': rename one, since names are unique in a pod",
  ],
  [
    'a label of 64 characters',
    () => service(newChart(), 'cart', { podLabels: { team: 't'.repeat(64) } }),
    "'podLabels' has 'team' with a value of 64 characters, and 63 are allowed",
  ],
  [
    'a name that no object can have',
    () => service(newChart(), 'Cart'),
    "'Cart' cannot name a Kubernetes object: use lower-case letters, digits and '-'",
  ],
  [
    'no surge and none missing',
    () => RollingUpdate.of({ maxSurge: PodAmount.pods(0), maxUnavailable: PodAmount.percent(0) }),
    "'maxSurge' (0) and 'maxUnavailable' (0%) are both zero",
  ],
  [
    'a schedule that never fires',
    () => Schedule.cron('0 0 31 2 *'),
    "schedule '0 0 31 2 *' never fires: no month has that day",
  ],
  [
    'a schedule with Sunday as 7',
    () => Schedule.cron('0 0 * * 7'),
    "schedule '0 0 * * 7' cannot be read: '7' is not a day of week from 0 to 6",
  ],
])('%s is one sentence with name, value and fix', (_, make, sentence) => {
  expect(make).toThrow(sentence);
});

test('each synthesis sees the tree as it is then', () => {
  const app = new App();
  const chart = new Chart(app, 'shop');
  service(chart);
  expect(() => Testing.synth(chart)).not.toThrow();
  service(new Construct(chart, 'again'), 'cart');
  expect(() => Testing.synth(chart)).toThrow(/object-is-unique/);
  expect(() => app.synthYaml()).toThrow(/object-is-unique/);
});
