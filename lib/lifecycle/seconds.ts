import type { Duration } from 'cdk8s';

/**
 * Reads a duration as whole seconds, the only unit that Kubernetes knows here.
 *
 * @throws if it is not a whole number of seconds, naming the property
 */
export function secondsOf(duration: Duration, property: string): number {
  const milliseconds = duration.toMilliseconds({ integral: false });
  const seconds = milliseconds / 1000;
  if (Number.isInteger(seconds)) return seconds;
  throw new Error(
    `'${property}' (${seconds}s) must be a whole number of seconds: write Duration.seconds(${Math.max(1, Math.ceil(seconds))})`,
  );
}
