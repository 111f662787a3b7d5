/** One documented default: its value, the heading of the notes that it answers, and why it is this and no other. */
export interface DocumentedDefault<T> {
  readonly setting: string;
  readonly value: T;
  /** How the value reads in a table. */
  readonly shown: string;
  /** The topic that it comes from, or `derived` or `facts` where no topic names a number. */
  readonly from: string;
  readonly reason: string;
}

function define<T>(setting: string, value: T, shown: string, from: string, reason: string): DocumentedDefault<T> {
  return { setting, value, shown, from, reason };
}

/**
 * The documented defaults. Constructs, rules and simulator read them here and nowhere else, and docs/defaults.md is
 * printed from this table. All times are in seconds.
 */
export const DEFAULTS = {
  replicas: define(
    'replicas',
    3,
    '3',
    'rolling update',
    'The example of a rolling update runs three pods: one may be missing and one added while two still serve.',
  ),
  maxSurge: define(
    'rolling update: maxSurge',
    1,
    '1',
    'rolling update',
    'One pod more than desired at a time replaces the old ones step by step.',
  ),
  maxUnavailable: define(
    'rolling update: maxUnavailable',
    { from3Replicas: 1, below3Replicas: 0 },
    '1 from 3 replicas on, else 0',
    'rolling update',
    'With one of three pods missing two still serve; below three replicas a missing pod would leave one or none. With `capacity` declared, it is what the peak leaves over.',
  ),
  readiness: define(
    'readiness check',
    {
      path: '/ready',
      initialDelaySeconds: 5,
      periodSeconds: 5,
      timeoutSeconds: 1,
      failureThreshold: 3,
      successThreshold: 1,
    },
    'GET /ready, initialDelay 5 s, period 5 s, timeout 1 s, failure 3, success 1',
    'probes',
    'A broken pod loses its traffic within 16 s, without being restarted.',
  ),
  liveness: define(
    'liveness check',
    { path: '/healthz', initialDelaySeconds: 10, periodSeconds: 10, timeoutSeconds: 1, failureThreshold: 3 },
    'GET /healthz, initialDelay 10 s, period 10 s, timeout 1 s, failure 3',
    'probes',
    'Slower than readiness, so that traffic is taken away before the container is restarted.',
  ),
  startup: define(
    'startup check',
    { periodSeconds: 5, failureThreshold: 30, initialDelaySeconds: 0, timeoutSeconds: 1 },
    "the liveness check's handler, period 5 s, failure 30: at least 145 s to start",
    'probes',
    'The first failure counts at once, so 30 failures at 5 s leave 29 x 5 = 145 s. `startsWithin(T)` sets failure = ceil((T - initialDelay) / period) + 1.',
  ),
  preStop: define(
    'preStop hook',
    10,
    'sleep 10 s, or what the traffic route asks for where that is longer',
    'graceful exit',
    'Deletion and withdrawal from the routers start at the same time and nothing orders them: the pod keeps serving until the slowest router has learned of it.',
  ),
  drain: define(
    'drain',
    30,
    '30 s',
    'graceful exit',
    'The longest request: a pod may finish what it accepted before it was told to stop.',
  ),
  margin: define('margin', 10, '10 s', 'graceful exit', 'What is left between the end of the drain and SIGKILL.'),
  gracePeriod: define(
    'grace period of what serves',
    60,
    '60 s, raised to preStop + drain + margin where that is longer',
    'graceful exit',
    'The preStop hook runs inside the grace period, so it must hold hook, drain and margin.',
  ),
  jobGracePeriod: define(
    'grace period of a job',
    30,
    '30 s',
    'graceful exit',
    'Nothing routes to a job, so it needs no time to be withdrawn.',
  ),
  minReady: define(
    'minReady',
    0,
    '0 s',
    'derived',
    'A pod is available as soon as its readiness check passes; a route with a registration lag asks for more.',
  ),
  progressDeadline: define(
    'progressDeadline',
    600,
    '600 s, raised above the start-up budget + minReady',
    'derived',
    'A rollout must not be reported as failed while its pods may still be starting.',
  ),
  pullPolicy: define(
    'image pull policy',
    'IfNotPresent',
    'Always for `latest` or no tag, else IfNotPresent; Never only by choice',
    'image pull policy',
    'A moving tag must be asked for at each start, a fixed one never changes.',
  ),
  restartPolicy: define(
    'restart policy of what serves',
    'Always',
    'Always',
    'restart policy',
    'What serves must run, whatever it exited with.',
  ),
  jobRestartPolicy: define(
    'restart policy of a job',
    'OnFailure',
    'OnFailure; Never by choice',
    'restart policy',
    'A job that failed is tried again in the same pod; one that succeeded is done.',
  ),
  disruptionBudget: define(
    'disruption budget',
    { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' },
    'maxUnavailable 1, unhealthy pods may be evicted (StatefulService: IfHealthyBudget)',
    'facts',
    'A node drain takes one pod at a time and is never blocked by pods that are broken anyway; a database may still hold data in an unready pod.',
  ),
  statefulEvictionPolicy: define(
    'eviction of unhealthy pods of a StatefulService',
    'IfHealthyBudget',
    'IfHealthyBudget',
    'facts',
    'An unready pod of a database may be the one that holds the data.',
  ),
  topologySpread: define(
    'topology spread',
    {
      topologyKeys: ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'],
      maxSkew: 1,
      whenUnsatisfiable: 'ScheduleAnyway',
    },
    'over hostnames and zones, maxSkew 1, ScheduleAnyway',
    'facts',
    'One node or zone takes no more than its share with it; a full cluster can still schedule.',
  ),
  revisionHistory: define('revision history', 10, '10', 'facts', 'Ten revisions to roll back to, as Kubernetes keeps.'),
  backoffLimit: define('job: backoffLimit', 6, '6', 'facts', 'As Kubernetes retries, stated.'),
  podReplacementPolicy: define(
    'job: podReplacementPolicy',
    'Failed',
    'Failed',
    'facts',
    'A pod that is still terminating is not replaced: two never work on the same item.',
  ),
  concurrencyPolicy: define(
    'schedule: concurrencyPolicy',
    'Forbid',
    'Forbid',
    'facts',
    'A run that takes too long does not meet its successor.',
  ),
  startingDeadline: define(
    'schedule: startingDeadline',
    300,
    '300 s',
    'facts',
    'A run is still started up to five minutes late; values below 10 s may never run.',
  ),
  jobHistory: define(
    'schedule: history',
    { successful: 3, failed: 1 },
    '3 successful, 1 failed',
    'facts',
    'As Kubernetes keeps, stated.',
  ),
  timeZone: define(
    'schedule: time zone',
    'Etc/UTC',
    'Etc/UTC',
    'facts',
    "Without one, the controller's own zone decides.",
  ),
  kubernetesVersion: define(
    'target version',
    '1.30',
    '1.30',
    'facts',
    'The first version with preStop.sleep on by default.',
  ),
} as const;
