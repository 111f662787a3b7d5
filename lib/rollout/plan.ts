import type { ObjectRef } from '../kubernetes/views/manifest';
import type { ProbeTiming } from '../lifecycle/arithmetic/timing';
import type { RouteTargets } from '../lifecycle/routes/targets';
import type { Exclusion } from '../workloads/exclusion';
import type { StopCommand } from '../workloads/stop-command';
import type { SurgeRoom } from '../workloads/surge-room';
import type { RollingUpdatePlan } from '../workloads/update-strategy';
import type { Spread } from './spread';

/** What a serving process does when it gets SIGTERM. `unreached`: a shell as PID 1 keeps the signal to itself. */
export type OnSigterm = 'drains' | 'exits' | 'ignores' | 'unreached';

/** How a pod comes to be ready; times in seconds. */
export interface StartPlan {
  /** From creation to a running container: scheduling, pulling, init containers. */
  readonly placement: Spread;
  /** From a running container to a process that answers. */
  readonly startUp: Spread;
  readonly startupProbe: ProbeTiming | undefined;
  readonly livenessProbe: ProbeTiming | undefined;
  /** Undefined: the pod is Ready as soon as its containers run and have passed their startup probes. */
  readonly readinessProbe: ProbeTiming | undefined;
  /** Why the pod never becomes Ready, where it never does. */
  readonly neverReady: string | undefined;
  /** Whether the process never answers; where no probe asks it, its pod is Ready all the same. */
  readonly neverAnswers?: boolean;
}

/**
 * What is known of a preStop hook: for how long it lets the server serve, and by what command it then stops it itself.
 * `fails`: it ends at once. `unknown`: its length cannot be read off the manifest.
 */
export type PreStop =
  | { readonly kind: 'none' }
  | { readonly kind: 'sleeps'; readonly seconds: number; readonly stop?: StopCommand }
  | { readonly kind: 'fails'; readonly why: string }
  | { readonly kind: 'unknown' };

/** How a container stops; times in seconds. */
export interface StopPlan {
  readonly preStop: PreStop;
  readonly gracePeriod: number;
  readonly onSigterm: OnSigterm;
  /** How long the process goes on accepting after SIGTERM before it closes its listeners. */
  readonly acceptsAfterSigterm: number;
  /** A mesh's proxy that carries every request, and ends as many seconds after the deletion; infinite where it waits. */
  readonly proxy?: { readonly name: string; readonly ends: number } | undefined;
}

/** One version of a workload's pods. */
export interface VersionPlan {
  readonly start: StartPlan;
  readonly stop: StopPlan;
  readonly exclusion: Exclusion;
}

export type StrategyPlan =
  | ({ readonly type: 'RollingUpdate' } & RollingUpdatePlan)
  | { readonly type: 'Recreate' }
  | { readonly type: 'OnDelete' };

/** How requests reach the pods, and how long the routers lag behind; times in seconds. */
export interface RoutePlan {
  readonly name: string;
  readonly targets: RouteTargets;
  readonly withdrawal: Spread;
  readonly registration: Spread;
  /** What a preStop hook should sleep behind it. */
  readonly preStop: number;
  /** kube-proxy: where no pod is ready, it sends to those that stop and still answer. */
  readonly fallsBackToTerminating: boolean;
  /** Name of a Service that sends to pods from their first address until they are gone, ready or not. */
  readonly unreadySender: string | undefined;
  /** Independent routers that share the load. */
  readonly routers: number;
}

/** What the clients do. */
export interface LoadPlan {
  readonly kind: 'open' | 'closed';
  /** Open loop: requests per second. */
  readonly requestsPerSecond: number;
  /** What one pod can answer per second. */
  readonly capacityPerPod: number;
  /** Closed loop: how many clients, and how long each waits between an answer and its next request, in seconds. */
  readonly clients: number;
  readonly thinkSeconds: number;
  readonly connections: 'new' | 'keep-alive';
  /** How long a request takes, in seconds. */
  readonly request: Spread;
  /** Share of the capacity that is asked for on average; the load above is the maximum. */
  readonly typicalShare: number;
}

export interface BudgetPlan {
  readonly name: string;
  readonly minAvailable: unknown;
  readonly maxUnavailable: unknown;
  readonly evictsUnhealthy: boolean;
}

export type WorkloadKindPlan = 'Deployment' | 'StatefulSet' | 'DaemonSet';

/** Everything that a simulation of one workload needs to know: manifests and assumptions, resolved. */
export interface Plan {
  readonly object: ObjectRef;
  readonly kind: WorkloadKindPlan;
  /** Replicas, or the nodes that run a pod of a DaemonSet. */
  readonly replicas: number;
  /** Replicas of what runs before a rollout. */
  readonly replicasBefore: number;
  /** Replicas from which an autoscaler scales down to `replicas`. */
  readonly scalesDownFrom: number;
  readonly strategy: StrategyPlan;
  /** Whether the rollout was stopped by hand (spec.paused). */
  readonly paused: boolean;
  readonly minReadySeconds: number;
  /** Undefined for kinds that have none. */
  readonly progressDeadlineSeconds: number | undefined;
  /** StatefulSet: pods start and stop one at a time, in order. */
  readonly ordered: boolean;
  /** StatefulSet: whether its controller reads maxUnavailable (1.37 on), and so takes several pods at once. */
  readonly honoursMaxUnavailable: boolean;
  /** StatefulSet: whether an update waits for minReadySeconds (1.34 on, or ordered). */
  readonly updateHonoursMinReady: boolean;
  readonly before: VersionPlan;
  readonly after: VersionPlan;
  /** Whether requests reach the pods at all. */
  readonly served: boolean;
  readonly route: RoutePlan;
  readonly load: LoadPlan;
  readonly budgets: readonly BudgetPlan[];
  readonly nodes: number;
  /** What a pod has to find that a rollout adds beside the old ones. */
  readonly surgeRoom: SurgeRoom;
  /** Container name of a mesh's proxy of which nothing says how long it waits. */
  readonly meshProxy: string | undefined;
  /** Pods of the workload on a node that is drained: what can be, and what is usual. */
  readonly podsOnNode: { readonly worst: number; readonly typical: number };
  /** Whether `--from` told what ran before; else the pods before are of the same template. */
  readonly knowsBefore: boolean;
  readonly latencies: Latencies;
}

/** How long the control plane takes, in seconds. */
export interface Latencies {
  /** A controller's watch and work queue. */
  readonly controller: Spread;
  /** From a deletion to the kubelet's first step. */
  readonly kubelet: Spread;
}

export type RolloutEvent = 'rollout' | 'drain' | 'crash' | 'scale-down' | 'bad-version';
export const EVENTS: readonly RolloutEvent[] = ['rollout', 'drain', 'crash', 'scale-down', 'bad-version'];

/** Why a version that is made to fail never becomes ready. */
export const BAD_VERSION = 'the new version never answers its probes';
