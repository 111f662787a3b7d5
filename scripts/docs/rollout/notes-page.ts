import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { ManifestSet, type SetObject } from '../../../lib/kubernetes/set/manifest-set';
import { isObject, type JsonObject, objectOf } from '../../../lib/kubernetes/views/json';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';
import { boundsOf, type RolloutEvent } from '../../../lib/rollout';
import { counterexampleOf } from '../../../lib/rollout/bounds/counterexample';
import { planOf } from '../../../lib/rollout/reading/read-plan';
import type { Page } from '../../docs';

const EXAMPLES = join(__dirname, '../../../test/apps/fixtures/notes-examples.yaml');

/** The topics of rolling updates, graceful exits and hooks. */
const TOPICS: ReadonlySet<string> = new Set([
  'terminationGracePeriodSeconds',
  'rolling update',
  'postStart',
  'preStop',
]);
const EVENTS: readonly RolloutEvent[] = ['rollout', 'drain', 'bad-version'];

/** What the simulator says of the notes' examples as they are written. */
export function notesPage(): Page {
  const examples = load(readFileSync(EXAMPLES, 'utf8')) as ReadonlyArray<{
    readonly topic: string;
    readonly yaml: Manifest;
  }>;
  const told = examples.filter(({ topic, yaml }) => TOPICS.has(topic) && isObject(yaml.spec));
  const text = [
    "# What the simulator says of the notes' examples",
    '',
    'Each example of the notes on rolling updates, graceful exit, preStop and postStart as it is written there, with the [stated assumptions](rollout.md#assumptions). A bare Pod is never rolled out: its spec is taken as the template of a Deployment of three replicas that leaves everything else to Kubernetes. Where an example declares no port, it is given one, so that requests reach it.',
    '',
    ...told.flatMap(({ topic, yaml }) => section(topic, yaml)),
  ].join('\n');
  return { path: 'docs/rollout-notes.md', text };
}

function section(topic: string, example: Manifest): readonly string[] {
  const set = ManifestSet.of([served(example)]);
  const plan = planOf(set, set.objects[0] as SetObject);
  if (plan === undefined) throw new Error(`the example of ${topic} has no rollout`);
  const events = EVENTS.flatMap((event) => {
    const { verdict, hazards, stalls, certain } = boundsOf(plan, event);
    const reasons = [...stalls, ...hazards.map(({ cause, why, fix }) => `${cause}: ${why}; ${fix}`)];
    return [
      `- **${event}**: ${verdict}${certain ? ', for certain' : ''}`,
      ...reasons.map((reason) => `    - ${reason}`),
    ];
  });
  const story = counterexampleOf(plan, 'rollout', boundsOf(plan, 'rollout').hazards)?.story ?? [];
  return [
    `## ${topic}: ${String(objectOf(example.metadata).name)}`,
    '',
    ...events,
    '',
    ...(story.length === 0 ? [] : ['How the rollout loses a request:', '', '| time | |', '| --- | --- |']),
    ...story.map(({ atSeconds, text }) => `| ${atSeconds.toFixed(1)} s | ${text} |`),
    ...(story.length === 0 ? [] : ['']),
  ];
}

function served(example: Manifest): Manifest {
  const labels = { app: 'my-app' };
  const spec = objectOf(example.spec);
  const podSpec = example.kind === 'Pod' ? spec : objectOf(objectOf(spec.template).spec);
  const containers = (podSpec.containers as readonly JsonObject[]).map((container) => ({
    ports: [{ containerPort: 80 }],
    ...container,
  }));
  const template = { metadata: { labels }, spec: { ...podSpec, containers } };
  const outer = example.kind === 'Pod' ? { replicas: 3 } : spec;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: example.metadata,
    spec: { ...outer, selector: { matchLabels: labels }, template },
  };
}
