import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import type { Container } from '../kubernetes/views/container';
import { drainSecondsOf } from './drain-of';
import { requestTimeoutOf } from './request-timeouts';
import { serverDrainOf, type ToldDrain } from './server-drain';

/** How long the longest request may take, and who says so. */
export interface LongestRequest extends ToldDrain {
  readonly by: 'annotation' | 'server' | 'front';
}

/**
 * Reads the longest request where it stands: what the annotation declares, else for how long the server is told to finish
 * what it has, else for how long an Ingress or a route lets a request go on. Undefined where nothing says.
 */
export function longestRequestOf(
  set: ManifestSet,
  object: SetObject,
  container: Container,
): LongestRequest | undefined {
  const declared = drainSecondsOf(object.manifest);
  if (declared !== undefined) return { by: 'annotation', seconds: declared, said: `drain-seconds ${declared}` };
  const server = serverDrainOf(set, object, container);
  if (server !== undefined) return { by: 'server', ...server };
  const front = requestTimeoutOf(set, object);
  return front && { by: 'front', ...front };
}
