import type { Duration } from 'cdk8s';

/**
 * Reads a duration as whole seconds, the only unit that Kubernetes knows here.
 *
 * @throws if it is not a whole number of seconds, naming the property
 */
export function secondsOf(duration: Duration, property: string): number {
  const seconds = rawSeconds(duration);
  const problem = secondsProblem(duration, property);
  if (problem === undefined) return seconds;
  throw new Error(problem);
}

/** What is wrong with a duration; undefined where it is a whole number of seconds. */
export function secondsProblem(duration: Duration, property: string): string | undefined {
  const seconds = rawSeconds(duration);
  if (Number.isInteger(seconds)) return undefined;
  return `'${property}' (${seconds}s) must be a whole number of seconds: write Duration.seconds(${Math.max(1, Math.ceil(seconds))})`;
}

function rawSeconds(duration: Duration): number {
  return duration.toMilliseconds({ integral: false }) / 1000;
}
