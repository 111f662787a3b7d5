import { parseQuantity } from '../../kubernetes/text/quantity';
import { checkOptions } from '../arguments/check';
import { map } from '../arguments/collections';
import { instanceOf } from '../arguments/instance';
import { required } from '../arguments/kind';
import { quantity } from '../arguments/scalars';
import { struct } from '../arguments/struct';
import { bytesProblem } from '../arithmetic/bytes';

/** CPU and memory in short: a CPU request without limit, and a memory request that is also the limit. */
export interface ResourcesOptions {
  /** CPU request, such as `250m` or `1`. There is no limit: idle CPU may be used. */
  readonly cpu: string;
  /** Memory request and limit, such as `256Mi`: what the container may use is reserved for it. */
  readonly memory: string;
  /**
   * Ephemeral storage request and limit, such as `1Gi`.
   * @default - none
   */
  readonly ephemeralStorage?: string;
  /**
   * Extended resources, such as `nvidia.com/gpu: '1'`; request and limit alike, as Kubernetes demands.
   * @default - none
   */
  readonly extended?: { readonly [name: string]: string };
}

export const RESOURCES_OPTIONS = struct<ResourcesOptions>('ResourcesOptions', {
  cpu: required(quantity('250m')),
  memory: required(quantity('256Mi')),
  ephemeralStorage: quantity('1Gi'),
  extended: map(quantity('1')),
});

/** Each request and limit by itself. */
export interface ExplicitResourcesOptions {
  /** CPU request, such as `250m`. */
  readonly cpuRequest: string;
  /**
   * CPU limit; a container that reaches it is throttled.
   * @default - none
   */
  readonly cpuLimit?: string;
  /** Memory request, such as `256Mi`. */
  readonly memoryRequest: string;
  /**
   * Memory limit; a container that passes it is killed.
   * @default - the request
   */
  readonly memoryLimit?: string;
  /**
   * Ephemeral storage request.
   * @default - none
   */
  readonly ephemeralStorageRequest?: string;
  /**
   * Ephemeral storage limit; a pod that passes it is evicted.
   * @default - none
   */
  readonly ephemeralStorageLimit?: string;
  /**
   * Extended resources, request and limit alike.
   * @default - none
   */
  readonly extended?: { readonly [name: string]: string };
}

export const EXPLICIT_RESOURCES_OPTIONS = struct<ExplicitResourcesOptions>('ExplicitResourcesOptions', {
  cpuRequest: required(quantity('250m')),
  cpuLimit: quantity('1'),
  memoryRequest: required(quantity('256Mi')),
  memoryLimit: quantity('512Mi'),
  ephemeralStorageRequest: quantity('1Gi'),
  ephemeralStorageLimit: quantity('1Gi'),
  extended: map(quantity('1')),
});

/**
 * CPU and memory of a container: requests and limits.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export class Resources {
  /**
   * A CPU request without limit, and a memory request that is also the limit.
   * @throws if a quantity cannot be read, is negative, or is a fraction of a byte
   */
  public static of(options: ResourcesOptions): Resources {
    const { cpu, memory, ephemeralStorage, extended } = checkOptions('Resources.of', RESOURCES_OPTIONS, options);
    return Resources.explicit({
      cpuRequest: cpu,
      memoryRequest: memory,
      memoryLimit: memory,
      ephemeralStorageRequest: ephemeralStorage,
      ephemeralStorageLimit: ephemeralStorage,
      extended,
    });
  }

  /**
   * Each request and limit by itself.
   * @throws if a quantity cannot be read, is negative or a fraction of a byte, or a request is above its limit
   */
  public static explicit(options: ExplicitResourcesOptions): Resources {
    const given = checkOptions('Resources.explicit', EXPLICIT_RESOURCES_OPTIONS, options);
    const { extended = {} } = given;
    const requests = known({
      cpu: given.cpuRequest,
      memory: given.memoryRequest,
      'ephemeral-storage': given.ephemeralStorageRequest,
      ...extended,
    });
    const limits = known({
      cpu: given.cpuLimit,
      memory: given.memoryLimit ?? given.memoryRequest,
      'ephemeral-storage': given.ephemeralStorageLimit,
      ...extended,
    });
    for (const [name, quantity] of [...Object.entries(requests), ...Object.entries(limits)])
      checkQuantity(name, quantity);
    for (const [name, request] of Object.entries(requests)) checkPair(name, request, limits[name]);
    return new Resources(requests, limits);
  }

  private constructor(
    /** @internal */
    public readonly _requests: Readonly<Record<string, string>>,
    /** @internal */
    public readonly _limits: Readonly<Record<string, string>>,
  ) {}
}

export const RESOURCES = instanceOf(Resources, {
  wanted: 'Resources',
  give: "Resources.of({ cpu: '250m', memory: '256Mi' })",
});

/** Resources that are counted in bytes; the kubelet takes no part of one. */
const IN_BYTES = ['memory', 'ephemeral-storage'];

function known(quantities: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(quantities).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

function checkQuantity(name: string, quantity: string): void {
  const value = parseQuantity(quantity);
  if (value === undefined)
    throw new Error(`'${name}' (${quantity}) is not a quantity: write it like '250m', '1.5', '256Mi' or '1Gi'`);
  if (value < 0n) throw new Error(`'${name}' (${quantity}) must not be negative`);
  const problem = IN_BYTES.includes(name) ? bytesProblem(name, quantity) : undefined;
  if (problem !== undefined) throw new Error(problem);
}

function checkPair(name: string, request: string, limit: string | undefined): void {
  if (limit === undefined) return;
  if ((parseQuantity(request) ?? 0n) > (parseQuantity(limit) ?? 0n)) {
    throw new Error(
      `the '${name}' request (${request}) is above its limit (${limit}): lower the request or raise the limit`,
    );
  }
}
