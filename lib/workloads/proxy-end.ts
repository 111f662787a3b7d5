import type { Container } from '../kubernetes/views/container';
import type { PodTemplate } from '../kubernetes/views/pod-template';
import { sleepSeconds } from './hook-sleep';

/** Settings by which a proxy waits for the app's connections before it stops. */
const WAITS =
  /max-sigterm-delay|term_timeout|MAX_SIGTERM_DELAY|EXIT_ON_ZERO_ACTIVE_CONNECTIONS|terminationDrainDuration|TERMINATION_DRAIN_DURATION|wait-before-exit/;

/**
 * For how many seconds after the deletion a proxy carries requests that runs as an ordinary container beside the app: as long
 * as its own hook sleeps. Infinite where it waits for connections, or where its hook cannot be read.
 */
export function endOfProxy(proxy: Container, { annotations }: PodTemplate): number {
  const env = proxy.env.map(({ name, value }) => `${name}=${value ?? ''}`);
  const hasHook = proxy.preStop?.handler !== undefined;
  // What an annotation says holds where nothing stands in the container itself.
  const told = [...proxy.command, ...proxy.args, ...env, ...(hasHook ? [] : Object.entries(annotations).flat())];
  if (told.some((text) => WAITS.test(text))) return Number.POSITIVE_INFINITY;
  return hasHook ? (sleepSeconds(proxy.preStop) ?? Number.POSITIVE_INFINITY) : 0;
}
