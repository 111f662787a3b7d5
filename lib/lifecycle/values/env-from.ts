import { checkArgument, checkOptions } from '../arguments/check';
import { instanceOf } from '../arguments/instance';
import { flag, text } from '../arguments/scalars';
import { struct } from '../arguments/struct';

/** How all keys of a Secret or ConfigMap become environment variables. */
export interface EnvFromOptions {
  /**
   * Prefix of each key.
   * @default - nothing
   */
  readonly prefix?: string;
  /**
   * Whether the container starts without it.
   * @default false
   */
  readonly optional?: boolean;
}

export const ENV_FROM_OPTIONS = struct<EnvFromOptions>('EnvFromOptions', { prefix: text(), optional: flag() });

/**
 * A source of environment variables: each of its keys is one. A later source wins over an earlier one, and `config` and
 * `env` of the container win over both.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#configure-all-key-value-pairs-in-a-configmap-as-container-environment-variables
 */
export class EnvFrom {
  /** All keys of a ConfigMap in the cluster. A change reaches no container that already runs. */
  public static configMap(name: string, options: EnvFromOptions = {}): EnvFrom {
    return EnvFrom.source('configMap', 'ConfigMap', name, options);
  }

  /** All keys of a Secret in the cluster. No secret value ever enters a manifest. */
  public static secret(name: string, options: EnvFromOptions = {}): EnvFrom {
    return EnvFrom.source('secret', 'Secret', name, options);
  }

  private static source(kind: 'configMap' | 'secret', title: string, name: string, options: EnvFromOptions): EnvFrom {
    const subject = `EnvFrom.${kind}`;
    checkArgument(subject, 'name', text(`the name of the ${title}`), name);
    const { prefix, optional } = checkOptions(subject, ENV_FROM_OPTIONS, options);
    return new EnvFrom({ [`${kind}Ref`]: { name, optional }, prefix });
  }

  private constructor(
    /** @internal */
    public readonly _json: Readonly<Record<string, unknown>>,
  ) {}
}

export const ENV_FROM = instanceOf(EnvFrom, { wanted: 'an EnvFrom', give: "EnvFrom.configMap('settings')" });
