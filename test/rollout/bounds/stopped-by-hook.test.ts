import { boundsOf } from '../../../lib/rollout/bounds/bounds';
import { counterexampleOf } from '../../../lib/rollout/bounds/counterexample';
import { plan, type Shape } from '../manifests';

const hooked = (text: string, more: Shape = {}) =>
  plan({
    preStop: { exec: { command: ['sh', '-c', text] } },
    gracePeriod: 60,
    maxSurge: 1,
    maxUnavailable: 0,
    ...more,
  });
const verdict = (text: string) => boundsOf(hooked(text), 'rollout').verdict;

test('a hook that stops the server ends the covered time, whatever it sleeps afterwards', () => {
  const given = hooked('nginx -s quit; sleep 20');
  const { hazards } = boundsOf(given, 'rollout');
  expect(hazards[0]?.why).toMatch(
    /^a pod accepts requests until 0 s after its deletion \(its preStop hook runs "nginx -s/,
  );
  expect(hazards[0]?.fix).toMatch(/^put a sleep before what stops the server/);
  const story = counterexampleOf(given, 'rollout', hazards)?.story.map(({ text }) => text);
  expect(story).toContain(
    'its preStop hook runs "nginx -s quit": the server closes its listeners and finishes what it has',
  );
});

test('what sleeps before it covers the routers', () => {
  expect(verdict('sleep 10; nginx -s quit')).toBe('no-loss');
  expect(verdict('sleep 10; nginx -s quit; while pgrep nginx; do sleep 1; done')).toBe('no-loss');
  expect(verdict('sleep 2; nginx -s quit; sleep 20')).toBe('loss-possible');
});

test('a fast stop cuts what runs', () => {
  expect(boundsOf(hooked('sleep 10; nginx -s stop'), 'rollout').hazards.map(({ cause }) => cause)).toEqual(['cut']);
});

test('a server that lingers after SIGTERM needs no hook', () => {
  const args = ['/nginx-ingress-controller', '--shutdown-grace-period=10'];
  expect(boundsOf(plan({ gracePeriod: 60, container: { args } }), 'rollout').verdict).toBe('no-loss');
});
