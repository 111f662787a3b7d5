import { checkArgument, checkOptions } from '../arguments/check';
import { privateText } from '../arguments/collections';
import { instanceOf } from '../arguments/instance';
import { type ArgumentKind, mismatchOf } from '../arguments/kind';
import { flag, quantity, text } from '../arguments/scalars';
import { shownType } from '../arguments/shown';
import { struct } from '../arguments/struct';

/** Options for a variable whose Secret or ConfigMap, or the key within it, may be missing. */
export interface EnvKeyOptions {
  /**
   * Whether the container starts without it.
   * @default false
   */
  readonly optional?: boolean;
}

/** Which container's resources a variable tells, and in which unit. */
export interface EnvResourceOptions {
  /**
   * Name of the container.
   * @default - the container that has the variable
   */
  readonly container?: string;
  /**
   * Unit that the amount is divided by, such as `1Mi` or `1m`; the quotient is rounded up.
   * @default '1'
   */
  readonly divisor?: string;
}

export const ENV_KEY_OPTIONS = struct<EnvKeyOptions>('EnvKeyOptions', { optional: flag() });

export const ENV_RESOURCE_OPTIONS = struct<EnvResourceOptions>('EnvResourceOptions', {
  container: text(),
  divisor: quantity('1Mi'),
});

/** A key of an object in the cluster, as an environment variable refers to it. */
interface KeyRef {
  readonly name: string;
  readonly key: string;
  readonly optional?: boolean;
}

/** Where the value comes from that no manifest holds. */
export interface EnvSource {
  readonly secretKeyRef?: KeyRef;
  readonly configMapKeyRef?: KeyRef;
  readonly fieldRef?: { readonly fieldPath: string };
  readonly resourceFieldRef?: {
    readonly resource: string;
    readonly containerName?: string;
    readonly divisor?: string;
  };
}

/**
 * The value of an environment variable: given here, or read from elsewhere when the container starts.
 *
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
 */
export class EnvValue {
  /** A value that stands in the manifest. `$(NAME)` refers to a variable that stands before it. */
  public static of(value: string): EnvValue {
    checkArgument('EnvValue.of', 'value', privateText(), value);
    return new EnvValue(value, undefined);
  }

  /** A key of a Secret in the cluster. The value never enters a manifest; the container waits for Secret and key. */
  public static fromSecret(secret: string, key: string, options: EnvKeyOptions = {}): EnvValue {
    return new EnvValue(undefined, { secretKeyRef: keyRef('fromSecret', 'secret', 'Secret', secret, key, options) });
  }

  /** A key of a ConfigMap in the cluster. A change reaches no container that already runs. */
  public static fromConfigMap(configMap: string, key: string, options: EnvKeyOptions = {}): EnvValue {
    return new EnvValue(undefined, {
      configMapKeyRef: keyRef('fromConfigMap', 'configMap', 'ConfigMap', configMap, key, options),
    });
  }

  /**
   * A field of the container's own pod: `metadata.name`, `metadata.namespace`, `metadata.labels['<key>']`,
   * `spec.nodeName`, `status.podIP` and others.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
   */
  public static fromField(fieldPath: string): EnvValue {
    checkArgument('EnvValue.fromField', 'fieldPath', text("the path of a field, such as 'metadata.name'"), fieldPath);
    return new EnvValue(undefined, { fieldRef: { fieldPath } });
  }

  /**
   * A request or limit of a container, such as `limits.memory`. Where it is not set, a limit is what the node can give.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
   */
  public static fromResource(resource: string, options: EnvResourceOptions = {}): EnvValue {
    checkArgument('EnvValue.fromResource', 'resource', text("a request or limit, such as 'limits.memory'"), resource);
    const { container, divisor } = checkOptions('EnvValue.fromResource', ENV_RESOURCE_OPTIONS, options);
    return new EnvValue(undefined, { resourceFieldRef: { resource, containerName: container, divisor } });
  }

  private constructor(
    /** @internal */
    public readonly _value: string | undefined,
    /** @internal */
    public readonly _valueFrom: EnvSource | undefined,
  ) {}
}

const MADE_BY_FACTORY = instanceOf(EnvValue, { wanted: 'an EnvValue', give: "EnvValue.of('...')" });

/** A plain value that stands where an EnvValue is needed may be a secret, so that errors do not tell it. */
export const ENV_VALUE: ArgumentKind<EnvValue> = {
  ...MADE_BY_FACTORY,
  problems: (value, at) =>
    ['string', 'number', 'boolean'].includes(typeof value)
      ? [mismatchOf(at, shownType(value), 'an EnvValue', `write ${MADE_BY_FACTORY.give}`)]
      : MADE_BY_FACTORY.problems(value, at),
};

function keyRef(
  factory: string,
  name: string,
  kind: string,
  object: string,
  key: string,
  options: EnvKeyOptions,
): KeyRef {
  const subject = `EnvValue.${factory}`;
  checkArgument(subject, name, text(`the name of the ${kind}`), object);
  checkArgument(subject, 'key', text(`the key within the ${kind}`), key);
  const { optional } = checkOptions(subject, ENV_KEY_OPTIONS, options);
  return { name: object, key, ...(optional !== undefined && { optional }) };
}
