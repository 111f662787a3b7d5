import { Environment, EnvironmentChart } from '@acme/platform';
import { type App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { documentedExamples, HEADINGS } from '../../apps/documented-examples';
import { NamespacedChart } from '../../apps/namespaced-chart';
import { GROUPS, onlineBoutique } from '../../apps/online-boutique';
import { PARTS, payments } from '../../apps/platform-team/payments/src/payments';
import { agent, job, scheduled, service, stateful, worker } from '../constructs/fixtures';
import { byIdentity, synthesized } from './synthesized';

// Every app is synthesized several times.

const backwards = <T>(items: readonly T[]): readonly T[] => [...items].reverse();

const BACKWARDS: ReadonlyArray<readonly [name: string, build: (app: App) => void, other: (app: App) => void]> = [
  [
    'documented-examples',
    documentedExamples,
    (app) => {
      for (const [name, build] of backwards(HEADINGS)) build(new NamespacedChart(app, name));
    },
  ],
  [
    'online-boutique',
    onlineBoutique,
    (app) => {
      const options = { host: 'boutique.example.com', users: 10 };
      for (const [name, build] of backwards(GROUPS)) build(new Chart(app, name), options);
    },
  ],
  [
    'payments',
    payments,
    (app) => {
      for (const environment of backwards(Environment.all())) {
        const chart = new EnvironmentChart(app, 'payments', environment);
        for (const part of backwards(PARTS)) part(chart);
      }
    },
  ],
];

test.each(BACKWARDS)('%s has the same objects when it is built from its end', (_name, build, other) => {
  const objects = byIdentity(synthesized((app) => build(app)));
  expect(byIdentity(synthesized(other))).toEqual(objects);
  expect(objects.size).toBeGreaterThan(0);
});

type Args = { readonly args?: string[] };

/** All six constructs; the ids are such that each is a prefix of the names of its own objects alone. */
const SIX: Readonly<Record<string, (scope: Construct, props: Args) => unknown>> = {
  cart: (scope, props) =>
    service(scope, 'cart', { ...props, config: { LEVEL: 'info' }, ingress: { className: 'nginx' } }),
  mailer: (scope, props) => worker(scope, 'mailer', { ...props, autoscaling: { maxReplicas: 9 } }),
  database: (scope, props) => stateful(scope, 'database', props),
  logs: (scope, props) => agent(scope, 'logs', props),
  reindex: (scope, props) => job(scope, 'reindex', props),
  nightly: (scope, props) => scheduled(scope, 'nightly', props),
};

function six(changed?: string): ReadonlyMap<string, unknown> {
  return byIdentity(
    synthesized((app) => {
      const chart = new Chart(app, 'shop');
      for (const [id, build] of Object.entries(SIX)) build(chart, id === changed ? { args: ['--verbose'] } : {});
    }),
  );
}

const changedBetween = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (identity) => JSON.stringify(one.get(identity)) !== JSON.stringify(other.get(identity)),
  );

test.each(Object.keys(SIX))('a change to the props of %s touches its objects alone', (id) => {
  const changed = changedBetween(six(), six(id));
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter((identity) => !identity.split(' ')[1]?.startsWith(id))).toEqual([]);
});

test('more shoppers touch the load generator alone, and another host the Ingress', () => {
  const shop = (options: object) => byIdentity(synthesized((app) => onlineBoutique(app, options)));
  expect(changedBetween(shop({}), shop({ users: 20 }))).toEqual(['Deployment loadgenerator']);
  expect(changedBetween(shop({}), shop({ host: 'shop.example.com' }))).toEqual(['Ingress frontend']);
});
