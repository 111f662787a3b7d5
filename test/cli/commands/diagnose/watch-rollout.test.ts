import { type WatchClock, type Watched, watchRollout } from '../../../../lib/cli/commands/diagnose/live/watch-rollout';
import { WatchView } from '../../../../lib/cli/commands/diagnose/live/watch-view';
import { diagnose } from '../../../../lib/diagnosis';
import type { Manifest } from '../../../../lib/kubernetes/views/manifest';

const cart = (available: number): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { replicas: 2 },
  status: { replicas: 2, updatedReplicas: 2, availableReplicas: available },
});
const silence = () => new Error('the API server does not answer');

interface Looked {
  readonly watched: Watched;
  readonly lines: readonly string[];
}

/** Watches a rollout of which each look is what the test says, the last one for ever; looking takes no time. */
async function watch(looks: ReadonlyArray<Manifest | Error>, timeout = 600): Promise<Looked> {
  const lines: string[] = [];
  const stream = { isTTY: false, write: (line: string) => lines.push(line.trimEnd()) };
  let [now, turn] = [1000, 0];
  const clock: WatchClock = {
    now: () => now,
    wait: async (time) => {
      now += time;
    },
  };
  const read = async () => {
    const look = looks[Math.min(turn++, looks.length - 1)];
    if (look === undefined || look instanceof Error) throw look;
    return [look];
  };
  const view = new WatchView(stream as unknown as NodeJS.WriteStream);
  const watched = await watchRollout({ read, diagnose: (objects) => diagnose(objects), view, timeout, clock });
  return { watched, lines };
}

test('a look every two seconds, until the rollout is complete', async () => {
  const { watched, lines } = await watch([cart(0), cart(1), cart(1), cart(2)]);
  expect(watched.verdict.type).toBe('complete');
  expect(lines).toEqual(['0 s  Deployment shop/cart: DeploymentProgressing', '6 s  complete']);
});

test('the time that is left is the last wait', async () => {
  const { watched, lines } = await watch([cart(0)], 3);
  expect(watched.verdict.type).toBe('under-way');
  expect(lines).toEqual(['0 s  Deployment shop/cart: DeploymentProgressing']);
});

test('an API server that was there may be silent for a while', async () => {
  const { lines } = await watch([cart(0), ...Array.from({ length: 10 }, silence), cart(2)]);
  expect(lines.at(-1)).toBe('22 s  complete');
});

test('but not for ever, and it has to have been there', async () => {
  await expect(watch([cart(0), silence()])).rejects.toThrow('does not answer');
  await expect(watch([silence(), cart(2)])).rejects.toThrow('does not answer');
});
