import { ApiObject, App, Chart } from 'cdk8s';
import '../../lib/testing';
import { sleeps, workload } from '../rollout/manifests';

const losing = workload({ replicas: 3 });
const careful = workload({ replicas: 3, preStop: sleeps(10), gracePeriod: 60 });

const messageOf = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it passed');
};

test('manifests that lose nothing pass', () => {
  expect(careful).toRollOutWithoutLoss();
});

test('those that can lose requests fail with the reason, the fix and the story', () => {
  const message = messageOf(() => expect([losing]).toRollOutWithoutLoss());
  expect(message).toContain('expected no rollout that can lose requests or stall, and 1 of 1 can');
  expect(message).toContain('refused: a pod accepts requests until 0 s after its deletion');
  expect(message).toContain('-> give the container a preStop hook');
  expect(message).toMatch(/\d s {2}a router .* connection refused/);
  expect([losing]).not.toRollOutWithoutLoss();
});

test('a scenario says what manifests do not, and another event', () => {
  expect(careful).not.toRollOutWithoutLoss({ onSigterm: 'exits' });
  expect(careful).toRollOutWithoutLoss({ onSigterm: 'exits', longestRequestSeconds: 5 });
  expect(careful).not.toRollOutWithoutLoss({ event: 'bad-version' });
});

test('what runs before counts', () => {
  expect(careful).not.toRollOutWithoutLoss({ from: losing });
  expect(careful).toRollOutWithoutLoss({ from: [careful] });
});

test('a chart is looked at within its app', () => {
  const app = new App();
  const chart = new Chart(app, 'shop');
  new ApiObject(chart, 'cart', careful as never);
  new ApiObject(new Chart(app, 'other'), 'web', losing as never);
  expect(chart).toRollOutWithoutLoss();
  expect(app).not.toRollOutWithoutLoss();
});

test('a word that no scenario knows is told', () => {
  expect(messageOf(() => expect(careful).toRollOutWithoutLoss({ nodez: 3 } as never))).toContain("'nodez' is unknown");
});

test('a subject that rolls nothing out is a mistake of the test', () => {
  const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
  expect(messageOf(() => expect(config).toRollOutWithoutLoss())).toContain('and there is none');
});
