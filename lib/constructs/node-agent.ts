import { ApiObject, type Duration, type JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { checkCount } from '../lifecycle/arithmetic/numbers';
import { secondsOf } from '../lifecycle/arithmetic/seconds';
import type { Conflict } from '../lifecycle/conflict';
import { DEFAULTS } from '../lifecycle/documented-defaults';
import type { HealthChecks } from '../lifecycle/values/health-checks';
import type { Image } from '../lifecycle/values/image';
import { PodAmount } from '../lifecycle/values/pod-amount';
import type { Resources } from '../lifecycle/values/resources';
import type { RollingUpdate } from '../lifecycle/values/rolling-update';
import type { Shutdown } from '../lifecycle/values/shutdown';
import { Volume } from '../lifecycle/values/volume';
import { selectorLabels } from './labels';
import { checkName } from './names';
import { drainConflicts, quietStop } from './plan/stop-plan';
import { Platform } from './platform';
import { podOf } from './pod';
import type { PodOptions } from './pod-options';
import { Profile } from './profile';
import { checkProps, place } from './props/check-props';
import { NODE_AGENT_PROPS } from './props/workload-props';
import { editFinalJson } from './synth/final-json';
import { guard } from './synth/guard';
import { isRecord } from './synth/merge';
import { patchObject } from './synth/patch';
import type { VolumeMount } from './volume-mount';

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
  readonly revisionHistoryLimit?: number;
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
      mounts: (props.hostPaths ?? []).map(hostMount),
      extra: { ...(props.hostNetwork && { hostNetwork: true }), ...(props.hostPID && { hostPID: true }) },
    });
    this.daemonSet = new kplus.DaemonSet(this, 'DaemonSet', pod.props);
    this.node.defaultChild = this.daemonSet;
    pod.finish(this.daemonSet, ['spec', 'template']);
    const { maxSurge, maxUnavailable } = DEFAULTS.nodeRollingUpdate.value;
    const surge = props.rollingUpdate?._maxSurge ?? PodAmount.pods(maxSurge);
    const unavailable = props.rollingUpdate?._maxUnavailable ?? PodAmount.pods(surge._isZero ? maxUnavailable : 0);
    const minReadySeconds =
      props.minReady === undefined ? DEFAULTS.minReady.value : secondsOf(props.minReady, 'minReady');
    const revisionHistoryLimit = checkCount(
      props.revisionHistoryLimit ?? DEFAULTS.revisionHistory.value,
      'revisionHistoryLimit',
    );
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

function hostMount({ hostPath, path = hostPath, type, readOnly = true }: HostPathOptions, index: number): VolumeMount {
  return { path, volume: Volume.hostPath(`host-${index}`, hostPath, type), readOnly };
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
