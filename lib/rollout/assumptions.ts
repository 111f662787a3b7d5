import { DEFAULTS } from '../lifecycle/documented-defaults';
import { USUAL_DOMAINS } from '../workloads/surge-room';
import type { Spread } from './spread';

/** One thing that no manifest tells, and what is taken for it. */
export interface Assumption<T> {
  readonly value: T;
  readonly says: string;
  readonly source: string;
}

function assume<T>(value: T, says: string, source: string): Assumption<T> {
  return { value, says, source };
}

const spread = (min: number, typical: number, max: number): Spread => ({ min, typical, max });

/**
 * What the simulator takes for granted where neither manifest nor scenario says otherwise. The maxima decide the verdict,
 * the typical values decide what is certain, and the estimate draws between them. Times are in seconds.
 */
export const ASSUMPTIONS = {
  load: assume(
    { share: 0.6, typicalShare: 0.3 },
    'Clients ask for at most 60% of what all replicas can answer, typically for 30%.',
    'Stated: room for a peak, and half of it on an average day.',
  ),
  capacityPerPod: assume(
    100,
    'A pod answers 100 requests a second: with the load above, 60 requests a second a replica.',
    'Stated: it scales the number of lost requests, and no verdict.',
  ),
  request: assume(
    spread(0, 0.1, DEFAULTS.drain.value),
    'A request takes 0.1 s on average; the longest takes `cdk8s-lifecycle/drain-seconds`, else as long as the server is told to finish its requests, else as an Ingress or route lets one last, else 30 s.',
    'The documented default of the drain.',
  ),
  startUp: assume(
    spread(1, 10, 60),
    'A process answers 1 s after the start of its container at the earliest, typically after 10 s, and at the latest when its own startup (else liveness) probe would kill it; after 60 s where there is none.',
    'Stated. No process starts in no time, so a pod that is Ready before it answers loses requests.',
  ),
  placement: assume(
    spread(0.2, 2, 20),
    'Scheduling, pulling the image and creating the containers take 2 s on average, 20 s at most; each init container adds 1 s, 10 s at most.',
    'Stated. It lengthens rollouts and outages; no other verdict hangs on it.',
  ),
  initContainer: assume(spread(0, 1, 10), 'See above.', 'Stated.'),
  controller: assume(
    spread(0.001, 0.02, 0.2),
    'A controller acts 20 ms after a change on average, 0.2 s at most.',
    'Watches and work queues without delay; client-go.',
  ),
  kubelet: assume(
    spread(0, 0.1, 1),
    'The kubelet begins to stop a pod 0.1 s after its deletion on average, 1 s at most. The bounds count on 0 s.',
    'Its pod workers act on the watch; containers that end by themselves are seen by the relist of each second.',
  ),
  nodes: assume(
    USUAL_DOMAINS,
    'There are three nodes, and pods are spread over them; a DaemonSet runs on each.',
    'Stated.',
  ),
  routers: assume(3, 'Three routers share the load, each with lags of its own.', 'One kube-proxy a node.'),
} as const;
