import { define } from './documented';

/** Where rules draw the line, and fixes with them: below or above it something is reported. All times are in seconds. */
export const LIMITS = {
  readinessNotice: define(
    'readiness: time to notice',
    30,
    '30 s at most, and the timeout of the last probe',
    'probes',
    "Kubernetes' own numbers take 3 x 10 s; a broken pod keeps its traffic for as long.",
  ),
  startup: define(
    'startup: time to start',
    30,
    '30 s at least',
    'probes',
    'A start that is slower than usual, on a busy node or with a cold cache, takes half a minute.',
  ),
  liveness: define(
    'liveness without startup check: first kill',
    { warning: 20, info: 50 },
    'a warning before 20 s, info before 50 s',
    'probes',
    "Kubernetes' own numbers kill after 20 s at the earliest; few apps need more than 50 s to start.",
  ),
  execTimeout: define(
    'timeout of a command as check',
    5,
    '5 s, or the period where that is shorter',
    'probes',
    'A command starts a process first, which takes longer than the answer to a request.',
  ),
  gracePeriod: define(
    'grace period: longest',
    600,
    '600 s',
    'graceful exit',
    'The cluster autoscaler and managed node upgrades wait ten minutes, then go on without the pod.',
  ),
  startingDeadline: define(
    'schedule: shortest startingDeadline',
    10,
    '10 s',
    'facts',
    'The CronJob controller looks at schedules every 10 s: a run that must start sooner may be missed each time.',
  ),
  nodeCores: define(
    'CPU of one pod',
    64n,
    '64 cores',
    'facts',
    'Few nodes have more, so a larger number is more likely meant as thousandths.',
  ),
  heapPercent: define(
    'heap: share of the memory limit',
    90,
    '90%',
    'facts',
    'Stacks, code and buffers need memory beside the heap.',
  ),
} as const;
