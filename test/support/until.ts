import { setTimeout as wait } from 'node:timers/promises';

/** What is waited for, at most how many seconds, and what stands in the way right now. */
export interface Awaited {
  /** `the first pods of 24 workloads` */
  readonly what: string;
  readonly seconds: number;
  /** What the error adds: `"web-3" has 2 of 5 pods ready`. */
  readonly missing?: () => string;
}

/** Asks until the answer is yes. @throws where it is not within the limit, with what was waited for */
export async function until(
  { what, seconds, missing }: Awaited,
  isDone: () => boolean | Promise<boolean>,
): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!(await isDone())) {
    if (performance.now() > deadline)
      throw new Error(`waited ${seconds} s for ${what}${missing === undefined ? '' : `: ${missing()}`}`);
    await wait(100);
  }
}
