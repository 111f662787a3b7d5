/** Times the rollout simulator: `node --require ts-node/register bench/rollout.ts`. Exits with 1 where a limit is passed. */

import { ManifestSet, type SetObject } from '../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../lib/kubernetes/views/manifest';
import { boundsOf } from '../lib/rollout/bounds/bounds';
import { counterexampleOf } from '../lib/rollout/bounds/counterexample';
import type { Plan } from '../lib/rollout/plan';
import { planOf } from '../lib/rollout/reading/read-plan';
import type { Scenario } from '../lib/rollout/reading/scenario';
import { simulate } from '../lib/rollout/simulate';

interface Line {
  readonly what: string;
  readonly limitMs: number;
  readonly run: () => void;
  /** The time is divided by so many. */
  readonly each?: number;
}

const workload = (replicas: number, rollingUpdate: object, preStop?: number): Manifest =>
  JSON.parse(
    JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        replicas,
        strategy: { rollingUpdate },
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: {
            terminationGracePeriodSeconds: 60,
            containers: [
              {
                name: 'web',
                image: 'registry.example.com/web:1.4.2',
                ports: [{ containerPort: 8080 }],
                readinessProbe: { httpGet: { port: 8080 }, initialDelaySeconds: 5, periodSeconds: 5 },
                lifecycle: preStop === undefined ? undefined : { preStop: { sleep: { seconds: preStop } } },
              },
            ],
          },
        },
      },
    }),
  );

function plan(manifest: Manifest, scenario: Scenario = {}): Plan {
  const set = ManifestSet.of([manifest]);
  const read = planOf(set, set.objects[0] as SetObject, { scenario });
  if (read === undefined) throw new Error('the manifest has no rollout');
  return read;
}

const large = plan(workload(1000, {}), { requestsPerSecond: 1000 });
const slow = plan(workload(1000, { maxSurge: 1, maxUnavailable: 0 }), { requestsPerSecond: 1000 });
const ten = plan(workload(10, {}));

const LINES: readonly Line[] = [
  { what: 'a rollout of 1,000 replicas at 1,000 requests/s', limitMs: 2000, run: () => simulate(large, { runs: 1 }) },
  { what: 'the same, one pod at a time', limitMs: 2000, run: () => simulate(slow, { runs: 1 }) },
  { what: '1,000 runs of a rollout of 10 replicas', limitMs: 5000, run: () => simulate(ten, { runs: 1000 }) },
  {
    what: 'the bounds of a workload of 10 replicas, with the reading',
    limitMs: 50,
    each: 200,
    run: () => boundsOf(plan(workload(10, {})), 'rollout'),
  },
  {
    what: 'the bounds of one of 1,000, and the story',
    limitMs: 50,
    each: 5,
    run: () => counterexampleOf(large, 'rollout', boundsOf(large, 'rollout').hazards),
  },
];

for (const { what, limitMs, run, each = 1 } of LINES) {
  const began = performance.now();
  for (let time = 0; time < each; time++) run();
  const took = (performance.now() - began) / each;
  if (took > limitMs) process.exitCode = 1;
  console.log(`${took.toFixed(took < 10 ? 2 : 0).padStart(7)} ms of ${limitMs} ms  ${what}`);
}
