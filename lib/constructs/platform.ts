import type { IConstruct } from 'constructs';
import { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import { list } from '../lifecycle/arguments/collections';
import { instanceOf } from '../lifecycle/arguments/instance';
import { required } from '../lifecycle/arguments/kind';
import { oneOf, text } from '../lifecycle/arguments/scalars';
import { nested, struct } from '../lifecycle/arguments/struct';
import { DEFAULTS } from '../lifecycle/documented-defaults';
import { checkScope, checkSettings } from './check-props';
import { ScopeSettings } from './synth/scope-settings';
import { TRAFFIC_ROUTE, type TrafficRoute } from './traffic-route';

/** A registry that asks who pulls. */
export interface PrivateRegistry {
  /** Host, with its port where it has one: `registry.example.com:5000`. */
  readonly host: string;
  /**
   * Name of the Secret (type kubernetes.io/dockerconfigjson) with which its images are pulled.
   * @default - none: the service account has one
   */
  readonly pullSecret?: string;
}

export const PRIVATE_REGISTRY = struct<PrivateRegistry>('PrivateRegistry', {
  host: required(text("the host, such as 'registry.example.com'")),
  pullSecret: text(),
});

/** How manifests reach the cluster. */
export enum Delivery {
  /** `kubectl apply` or a pipeline: what is not in the manifests stays as it is. */
  APPLY = 'apply',
  /** A GitOps controller: what is missing in the cluster is made again. */
  GITOPS = 'gitops',
}

/** Facts about the target cluster. */
export interface PlatformProps {
  /**
   * The oldest version that the manifests must run on.
   * @default KubernetesVersion.V1_30
   */
  readonly kubernetesVersion?: KubernetesVersion;
  /**
   * How requests reach the pods.
   * @default - read off the construct's own Ingress, else TrafficRoute.clusterIp()
   */
  readonly route?: TrafficRoute;
  /**
   * Registries that need a pull secret; it is added to every pod that pulls from them.
   * @default - none
   */
  readonly registries?: PrivateRegistry[];
  /**
   * How manifests reach the cluster.
   * @default Delivery.APPLY
   */
  readonly delivery?: Delivery;
}

const KUBERNETES_VERSION = instanceOf(KubernetesVersion, {
  wanted: 'a KubernetesVersion',
  give: `KubernetesVersion.of('${DEFAULTS.kubernetesVersion.value}')`,
  from: (value) => {
    const isWritten = typeof value === 'string' || typeof value === 'number';
    return isWritten && /^v?1\.\d+/.test(String(value)) ? `KubernetesVersion.of('${value}')` : undefined;
  },
});

export const PLATFORM_PROPS = struct<PlatformProps>('PlatformProps', {
  kubernetesVersion: KUBERNETES_VERSION,
  route: TRAFFIC_ROUTE,
  registries: list(nested(PRIVATE_REGISTRY)),
  delivery: oneOf('Delivery', Delivery),
});

const SETTINGS = new ScopeSettings<PlatformProps>('Platform');

/** The facts about the target cluster, for everything below a scope. Nearer scopes win, key by key. */
export class Platform {
  /** The platform of a scope. */
  public static of(scope: IConstruct): Platform {
    return new Platform(checkScope('Platform.of', scope));
  }

  /** @internal */
  public static _read(construct: IConstruct): PlatformProps & { readonly kubernetesVersion: KubernetesVersion } {
    return withDefaults(SETTINGS.read(construct));
  }

  /** @internal */
  public static _peek(scope: IConstruct): PlatformProps & { readonly kubernetesVersion: KubernetesVersion } {
    return withDefaults(SETTINGS.peek(scope));
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Sets facts for everything below the scope.
   * @throws if a construct below has already read them, or one is of the wrong type or unknown
   */
  public set(props: PlatformProps): void {
    SETTINGS.set(this.scope, checkSettings(this.scope, 'Platform', PLATFORM_PROPS, props));
  }
}

function withDefaults(props: PlatformProps): PlatformProps & { readonly kubernetesVersion: KubernetesVersion } {
  return {
    ...props,
    kubernetesVersion: props.kubernetesVersion ?? KubernetesVersion.of(DEFAULTS.kubernetesVersion.value),
  };
}
