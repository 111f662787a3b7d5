import type { DiagnosisReport } from '../../../../diagnosis';
import type { Manifest } from '../../../../kubernetes/views/manifest';
import { Rollout, type RolloutVerdict } from './verdict';
import type { WatchView } from './watch-view';

/** Between two looks at the cluster, in milliseconds. */
const INTERVAL = 2000;
/** So many times in a row the API server may fail to answer while a rollout is watched. */
const MOST_FAILURES = 10;

/** A clock that only goes forward, in milliseconds. */
export interface WatchClock {
  readonly now: () => number;
  readonly wait: (time: number) => Promise<unknown>;
}

export interface WatchOptions {
  /** Reads the objects of the rollout. */
  readonly read: () => Promise<readonly Manifest[]>;
  readonly diagnose: (objects: readonly Manifest[]) => DiagnosisReport;
  /** Shows each look; undefined where nobody wants to see it. */
  readonly view: WatchView | undefined;
  /** In seconds. */
  readonly timeout: number;
  readonly clock: WatchClock;
}

/** The last look at a rollout. */
export interface Watched {
  readonly report: DiagnosisReport;
  /** Still under way where the time was over first. */
  readonly verdict: RolloutVerdict;
}

/** Looks at a rollout until it is decided, or the time is over. */
export async function watchRollout({ read, diagnose, view, timeout, clock }: WatchOptions): Promise<Watched> {
  const rollout = new Rollout();
  const readAgain = patiently(read, clock);
  const start = clock.now();
  for (;;) {
    const objects = await readAgain();
    const report = diagnose(objects);
    const seconds = (clock.now() - start) / 1000;
    const verdict = rollout.verdict(report, seconds);
    view?.show(objects, verdict, seconds);
    if (verdict.type !== 'under-way' || seconds > timeout) return { report, verdict };
    await clock.wait(Math.min(INTERVAL, Math.max(50, (timeout - seconds) * 1000)));
  }
}

/** An API server that answered once may be silent for a moment, as during its own upgrade: the rollout goes on. */
function patiently<T>(read: () => Promise<T>, clock: WatchClock): () => Promise<T> {
  let failures = Number.POSITIVE_INFINITY;
  return async () => {
    for (;;) {
      try {
        const answer = await read();
        failures = 0;
        return answer;
      } catch (error) {
        failures += 1;
        if (failures > MOST_FAILURES) throw error;
        await clock.wait(INTERVAL);
      }
    }
  };
}
