import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RealRun } from './engine-sequence';
import type { ScriptLog } from './script-log';
import { type Kind, type Shape, shapeOf } from './shapes';

/** One workload, and what really happened to it. */
export interface Rollout {
  readonly shape: Shape;
  readonly run: RealRun;
}

/** A rollout as the file has it: moments in ms since the update, decisions as [moment, new, old]. */
interface Line {
  readonly kind: Kind;
  readonly index: number;
  readonly seed: number;
  /** Where in a second the update was: the API cuts off what is below it. */
  readonly updatedAt: number;
  readonly readyAt: RealRun['readyAt'];
  readonly goneAt: RealRun['goneAt'];
  readonly moments: RealRun['moments'];
  readonly decisions: ReadonlyArray<readonly [at: number, after: number, before: number]>;
}

const FILE = join(__dirname, 'recorded.jsonl');

/** What the log of a rollout says, on a clock that shows less than a second at the update. */
export function runOf(shape: Shape, log: ScriptLog): RealRun {
  const zero = Math.floor(log.updatedAt / 1000) * 1000;
  const since = (at: number) => at - zero;
  return {
    updatedAt: since(log.updatedAt),
    readyAt: log.readyAt.map((at) => (Number.isFinite(at) ? since(at) : null)),
    goneAt: log.goneAt.map(since),
    moments: log.events.moments.map(since),
    decisions: (shape.kind === 'Deployment' ? log.sizes : log.pods)
      .filter(({ at }) => at >= log.updatedAt)
      .map((count) => ({ ...count, at: since(count.at) })),
  };
}

/** The rollouts that the last run with RECORD=1 saw. */
export function recordedRollouts(): readonly Rollout[] {
  return readFileSync(FILE, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((text) => {
      const { kind, index, seed, decisions, ...run } = JSON.parse(text) as Line;
      const counts = decisions.map(([at, after, before]) => ({ at, after, before }));
      return { shape: shapeOf(kind, index, seed), run: { ...run, decisions: counts } };
    });
}

/** Writes rollouts in place of those of the same kind. */
export function record(kind: Kind, rollouts: readonly Rollout[]): void {
  const others = recordedRollouts().filter(({ shape }) => shape.kind !== kind);
  const lines = [...others, ...rollouts].map(({ shape, run }) =>
    JSON.stringify({
      kind: shape.kind,
      index: shape.index,
      seed: shape.seed,
      ...run,
      decisions: run.decisions.map(({ at, after, before }) => [at, after, before]),
    }),
  );
  writeFileSync(FILE, `${lines.join('\n')}\n`);
}
