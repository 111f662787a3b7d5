import type { ManifestSet, SetObject } from '../../kubernetes/set/manifest-set';
import { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import { objectOf, stringOf } from '../../kubernetes/views/json';
import type { Workload } from '../../kubernetes/views/workload';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import type { Route } from '../../lifecycle/routes/route';
import { exclusionOf } from '../../workloads/exclusion';
import { longestRequestOf } from '../../workloads/longest-request';
import { meshProxyOf } from '../../workloads/mesh-proxy';
import { maximumReplicasOf, replicasOf } from '../../workloads/replicas';
import { servingOf } from '../../workloads/serving';
import { isSpreadByForce } from '../../workloads/spreading';
import { type SurgeRoom, surgeRoomOf, USUAL_DOMAINS } from '../../workloads/surge-room';
import { honoursMaxUnavailable } from '../../workloads/update-strategy';
import { withoutVariants } from '../../workloads/variants';
import { ASSUMPTIONS } from '../assumptions';
import type { BudgetPlan, LoadPlan, Plan, VersionPlan } from '../plan';
import { routePlanOf } from './route-plan';
import { type Scenario, spreadOf } from './scenario';
import { startPlanOf } from './start-plan';
import { stopPlanOf } from './stop-plan';
import { isSimulated, strategyOf } from './strategy';

/** What is known besides the manifests. */
export interface PlanOptions {
  readonly scenario?: Scenario;
  /** The set that the cluster runs now (`--from`). */
  readonly from?: ManifestSet;
  /** Target version. @default 1.30 */
  readonly version?: KubernetesVersion;
  /** The route that the platform declares. */
  readonly route?: Route;
}

const MOST_INT32 = 2_147_483_647;

/** More pods than these are simulated as so many. */
const MOST_PODS = 5000;

/** Reads what a simulation of a workload needs; undefined where it has no rollout of pods, or no pods. */
export function planOf(set: ManifestSet, object: SetObject, options: PlanOptions = {}): Plan | undefined {
  const { workload } = object;
  if (workload === undefined || !isSimulated(workload.kind)) return undefined;
  const { scenario = {} } = options;
  const nodes = scenario.nodes ?? ASSUMPTIONS.nodes.value;
  const replicas = workload.kind === 'DaemonSet' ? nodes : Math.min(MOST_PODS, replicasOf(set, object) ?? 1);
  if (replicas <= 0) return undefined;
  const version = targetVersionOf(options);
  const surgeRoom = surgeRoomOf(set, object);
  const previous = previousOf(object, options.from);
  const after = podPlanOf(set, object, scenario, version);
  const before = previous === undefined ? after : podPlanOf(options.from as ManifestSet, previous, scenario, version);
  const replicasBefore =
    previous === undefined ? replicas : (replicasOf(options.from as ManifestSet, previous) ?? replicas);
  return {
    object: object.ref,
    kind: workload.kind,
    replicas,
    replicasBefore: workload.kind === 'DaemonSet' ? replicas : Math.min(MOST_PODS, Math.max(1, replicasBefore)),
    scalesDownFrom: scalesDownFrom(set, object, replicas, scenario),
    strategy: strategyOf(workload, replicas, version),
    paused: workload.kind === 'Deployment' && workload.spec.paused === true,
    minReadySeconds: workload.minReadySeconds,
    progressDeadlineSeconds: progressDeadlineOf(workload),
    ordered: workload.spec.podManagementPolicy !== 'Parallel',
    honoursMaxUnavailable: honoursMaxUnavailable(version),
    updateHonoursMinReady: version.isAtLeast(KubernetesVersion.V1_34),
    before,
    after,
    served: servingOf(set, object) !== undefined,
    route: routePlanOf(set, object, scenario, options.route),
    load: loadPlanOf(longestOf(set, object), Math.min(replicas, replicasBefore), scenario),
    budgets: withoutVariants(set.budgetsOf(object)).map(budgetPlanOf),
    nodes: domainsOf(surgeRoom, nodes, isSpreadByForce(workload.template) ? replicas : 0),
    surgeRoom,
    meshProxy: unsaidProxyOf(set, object),
    podsOnNode: podsOnNode(workload, replicas, nodes, scenario),
    knowsBefore: previous !== undefined,
    latencies: { controller: ASSUMPTIONS.controller.value, kubelet: ASSUMPTIONS.kubelet.value },
  };
}

/** The version that is simulated: the scenario's, else the one that was asked for, else 1.30. */
export function targetVersionOf({ version, scenario }: PlanOptions): KubernetesVersion {
  if (scenario?.kubernetesVersion !== undefined) return KubernetesVersion.of(scenario.kubernetesVersion);
  return version ?? KubernetesVersion.of(DEFAULTS.kubernetesVersion.value);
}

/** A proxy of which nothing says how long it waits, where the app goes on for longer than an instant. */
function unsaidProxyOf(set: ManifestSet, object: SetObject): string | undefined {
  const proxy = meshProxyOf(set, object);
  return proxy !== undefined && proxy.ends === undefined ? proxy.name : undefined;
}

/** What runs now under the same kind, namespace and name. */
function previousOf(object: SetObject, from: ManifestSet | undefined): SetObject | undefined {
  if (from === undefined) return undefined;
  const { kind, name } = object.ref;
  const found =
    from.objects.find((each) => each.identity === object.identity) ??
    from.named(kind ?? '', object.namespace, name ?? '')[0];
  return found?.workload === undefined ? undefined : found;
}

function podPlanOf(set: ManifestSet, object: SetObject, scenario: Scenario, version: KubernetesVersion): VersionPlan {
  const { template } = object.workload as Workload;
  const container = servingOf(set, object)?.container ?? template.containers[0];
  return {
    start: startPlanOf(template, container, scenario),
    stop: stopPlanOf(template, container, scenario, version, meshProxyOf(set, object)),
    exclusion: exclusionOf(set, object),
  };
}

/** Of pods that keep to zones of their own, the zones stand for the nodes. */
function domainsOf({ apart }: SurgeRoom, nodes: number, atLeast: number): number {
  return apart?.domain === 'zone' ? Math.max(USUAL_DOMAINS, atLeast) : Math.max(nodes, atLeast);
}

/** The largest number that the field holds turns it off. */
function progressDeadlineOf({ progressDeadlineSeconds }: Workload): number | undefined {
  return progressDeadlineSeconds === undefined || progressDeadlineSeconds >= MOST_INT32
    ? undefined
    : progressDeadlineSeconds;
}

function longestOf(set: ManifestSet, object: SetObject): number | undefined {
  const container = servingOf(set, object)?.container ?? object.workload?.template.containers[0];
  return container && longestRequestOf(set, object, container)?.seconds;
}

function loadPlanOf(told: number | undefined, replicas: number, scenario: Scenario): LoadPlan {
  const { load, capacityPerPod, request } = ASSUMPTIONS;
  const longest = scenario.longestRequestSeconds ?? told ?? request.value.max;
  const share = scenario.loadShare ?? load.value.share;
  const capacity =
    scenario.capacityPerPod ??
    (scenario.requestsPerSecond === undefined ? capacityPerPod.value : scenario.requestsPerSecond / (share * replicas));
  return {
    kind: scenario.clients === undefined ? 'open' : 'closed',
    requestsPerSecond: scenario.requestsPerSecond ?? share * replicas * capacity,
    capacityPerPod: capacity,
    clients: scenario.clients ?? 0,
    thinkSeconds: scenario.thinkSeconds ?? 0,
    connections: scenario.connections ?? 'new',
    request: spreadOf(scenario.requestSeconds, {
      min: request.value.min,
      typical: Math.min(request.value.typical, longest / 2),
      max: longest,
    }),
    typicalShare: Math.min(share, load.value.typicalShare),
  };
}

function budgetPlanOf({ manifest, ref }: SetObject): BudgetPlan {
  const spec = objectOf(manifest.spec);
  return {
    name: ref.name ?? '',
    minAvailable: spec.minAvailable,
    maxUnavailable: spec.maxUnavailable,
    evictsUnhealthy: stringOf(spec.unhealthyPodEvictionPolicy) === 'AlwaysAllow',
  };
}

function scalesDownFrom(set: ManifestSet, object: SetObject, replicas: number, scenario: Scenario): number {
  const from = scenario.scalesDownFrom ?? maximumReplicasOf(set, object) ?? replicas * 2;
  return Math.min(MOST_PODS, Math.max(from, replicas));
}

function podsOnNode(workload: Workload, replicas: number, nodes: number, scenario: Scenario): Plan['podsOnNode'] {
  if (scenario.podsOnNode !== undefined) {
    const given = Math.min(scenario.podsOnNode, replicas);
    return { worst: given, typical: given };
  }
  const typical = Math.ceil(replicas / nodes);
  return { worst: isSpreadByForce(workload.template) ? typical : replicas, typical };
}
