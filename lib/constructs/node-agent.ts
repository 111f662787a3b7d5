import { ApiObject, type Duration, type JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import type { Conflict } from '../lifecycle/conflict';
import { DEFAULTS } from '../lifecycle/defaults';
import type { HealthChecks } from '../lifecycle/health-checks';
import type { Image } from '../lifecycle/image';
import { checkCount } from '../lifecycle/numbers';
import { PodAmount } from '../lifecycle/pod-amount';
import type { Resources } from '../lifecycle/resources';
import type { RollingUpdate } from '../lifecycle/rolling-update';
import { secondsOf } from '../lifecycle/seconds';
import type { Shutdown } from '../lifecycle/shutdown';
import { editFinalJson } from './final-json';
import { guard } from './guard';
import { selectorLabels } from './labels';
import { isRecord } from './merge';
import { checkName } from './names';
import { patchObject } from './patch';
import { Platform } from './platform';
import { podOf } from './pod';
import type { PodOptions } from './pod-options';
import { Profile } from './profile';
import { checkProps, place } from './props/check-props';
import { NODE_AGENT_PROPS } from './props/workload-props';
import { drainConflicts, quietStop } from './stop-plan';

/** A file or folder of the node. */
export interface HostPathOptions {
  /** Absolute path on the node. */
  readonly hostPath: string;
  /**
   * Absolute path in the main container.
   * @default - the same
   */
  readonly path?: string;
  /**
   * What must be there: `Directory`, `DirectoryOrCreate`, `File`, `FileOrCreate`, `Socket`, `CharDevice`, `BlockDevice`.
   * @default - anything
   */
  readonly type?: string;
  /**
   * Whether the container may only read.
   * @default true
   */
  readonly readOnly?: boolean;
}

/** Properties of a NodeAgent. */
export interface NodeAgentProps extends PodOptions {
  /** Image of the main container. */
  readonly image: Image;
  /**
   * CPU and memory of the main container. There is no default that is right: give them here or in the Profile.
   * @default - the Profile's
   */
  readonly resources?: Resources;
  /**
   * How the app is asked whether it lives and has started; a check without a port asks the first of `ports`.
   * @default - it is not asked
   */
  readonly health?: HealthChecks;
  /**
   * How old pods are replaced by new ones. With a maxSurge the new pod starts beside the old one on its node.
   * @default - maxUnavailable 1, maxSurge 0
   */
  readonly rollingUpdate?: RollingUpdate;
  /**
   * How long the app may take to finish after SIGTERM.
   * @default Duration.seconds(30)
   */
  readonly drainsWithin?: Duration;
  /**
   * How a pod stops, in detail.
   * @default - no preStop, and the grace period that holds drain and margin, at least 60 s
   */
  readonly shutdown?: Shutdown;
  /**
   * How long a pod must be Ready before it counts as available.
   * @default Duration.seconds(0)
   */
  readonly minReady?: Duration;
  /**
   * Old revisions that are kept to go back to.
   * @default 10
   */
  readonly revisionHistory?: number;
  /**
   * Whether the pods use the node's network.
   * @default false
   */
  readonly hostNetwork?: boolean;
  /**
   * Whether the pods see the node's processes.
   * @default false
   */
  readonly hostPID?: boolean;
  /**
   * Files and folders of the node.
   * @default - none
   */
  readonly hostPaths?: HostPathOptions[];
}

const COMPONENT = 'agent';

/** One pod on each node: a DaemonSet. */
export class NodeAgent extends Construct {
  /** The DaemonSet. */
  public readonly daemonSet: kplus.DaemonSet;

  public constructor(scope: Construct, id: string, props: NodeAgentProps) {
    super(...place(NODE_AGENT_PROPS, scope, id));
    const platform = Platform._read(this);
    const profile = Profile._read(this);
    const { resources } = checkProps(this, NODE_AGENT_PROPS, props, profile);
    // Pods bear the revision as a label, `<name>-<10 digits>`: 52 characters leave room for it.
    const name = checkName(id, 52);
    const stop = () => quietStop(props);
    const pod = podOf(this, {
      name,
      component: COMPONENT,
      options: props,
      image: props.image,
      resources,
      ports: props.ports ?? [],
      health: props.health,
      stop,
      restartPolicy: 'Always',
      version: platform.kubernetesVersion,
      registries: platform.registries ?? [],
      spread: false,
      mounts: (props.hostPaths ?? []).map((options, index) => hostMount(this, options, index)),
      extra: { ...(props.hostNetwork && { hostNetwork: true }), ...(props.hostPID && { hostPID: true }) },
    });
    this.daemonSet = new kplus.DaemonSet(this, 'DaemonSet', pod.props);
    this.node.defaultChild = this.daemonSet;
    pod.finish(this.daemonSet, ['spec', 'template']);
    const surge = props.rollingUpdate?._maxSurge ?? PodAmount.pods(0);
    const unavailable = props.rollingUpdate?._maxUnavailable ?? PodAmount.pods(surge._isZero ? 1 : 0);
    const minReadySeconds =
      props.minReady === undefined ? DEFAULTS.minReady.value : secondsOf(props.minReady, 'minReady');
    const revisionHistoryLimit = checkCount(props.revisionHistory ?? DEFAULTS.revisionHistory.value, 'revisionHistory');
    editFinalJson(ApiObject.of(this.daemonSet), (json) => {
      Object.assign(isRecord(json.spec) ? json.spec : {}, {
        minReadySeconds,
        revisionHistoryLimit,
        selector: { matchLabels: selectorLabels(name, COMPONENT) },
        updateStrategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: surge._value, maxUnavailable: unavailable._value },
        },
      });
    });
    guard(this, {
      workload: ApiObject.of(this.daemonSet),
      served: false,
      drainSeconds: () => stop().drainSeconds,
      conflicts: () => [...drainConflicts(props), ...updateConflicts(surge, unavailable), ...pod.conflicts()],
    });
  }

  /**
   * Patches the final JSON of one of this construct's objects; it comes after everything else.
   * @throws if the object is not this construct's; at synth if a path does not exist
   */
  public patch(target: IConstruct, ...patches: JsonPatch[]): void {
    patchObject(this, target, patches);
  }
}

function hostMount(scope: Construct, options: HostPathOptions, index: number): kplus.VolumeMount {
  const { hostPath, path = hostPath, type, readOnly = true } = options;
  const name = `host-${index}`;
  const volume = kplus.Volume.fromHostPath(scope, `Volume-${name}`, name, {
    path: hostPath,
    type: type as kplus.HostPathVolumeType | undefined,
  });
  return { path, volume, readOnly };
}

// The API server wants exactly one of the two for a DaemonSet.
function updateConflicts(surge: PodAmount, unavailable: PodAmount): readonly Conflict[] {
  if (surge._isZero !== unavailable._isZero) return [];
  return [
    {
      message: `'maxSurge' (${surge}) and 'maxUnavailable' (${unavailable}) of a NodeAgent must not both be set: leave one of them 0`,
      workload: ['updateStrategy.rollingUpdate'],
    },
  ];
}
