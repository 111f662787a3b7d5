import { parseQuantity } from '../kubernetes/quantity';

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

/**
 * What a container is given of CPU and memory.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export class Resources {
  /**
   * A CPU request without limit, and a memory request that is also the limit.
   * @throws if a quantity cannot be read, or is negative
   */
  public static of(options: ResourcesOptions): Resources {
    const { cpu, memory, ephemeralStorage, extended } = options;
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
   * @throws if a quantity cannot be read, is negative, or a request is above its limit
   */
  public static explicit(options: ExplicitResourcesOptions): Resources {
    const { extended = {} } = options;
    const requests = known({
      cpu: options.cpuRequest,
      memory: options.memoryRequest,
      'ephemeral-storage': options.ephemeralStorageRequest,
      ...extended,
    });
    const limits = known({
      cpu: options.cpuLimit,
      memory: options.memoryLimit ?? options.memoryRequest,
      'ephemeral-storage': options.ephemeralStorageLimit,
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

function known(quantities: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(quantities).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

function checkQuantity(name: string, quantity: string): void {
  const value = parseQuantity(quantity);
  if (value === undefined)
    throw new Error(`'${name}' (${quantity}) is not a quantity: write it like '250m', '1.5', '256Mi' or '1Gi'`);
  if (value < 0n) throw new Error(`'${name}' (${quantity}) must not be negative`);
}

function checkPair(name: string, request: string, limit: string | undefined): void {
  if (limit === undefined) return;
  if ((parseQuantity(request) ?? 0n) > (parseQuantity(limit) ?? 0n)) {
    throw new Error(
      `the '${name}' request (${request}) is above its limit (${limit}): lower the request or raise the limit`,
    );
  }
}
