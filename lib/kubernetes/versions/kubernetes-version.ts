const OLDEST_MINOR = 28;
const NEWEST_MINOR = 37;

/**
 * A minor version of Kubernetes, 1.28 to the newest that this package has tables for (1.37).
 *
 * @see https://kubernetes.io/releases/
 */
export class KubernetesVersion {
  public static readonly V1_28 = new KubernetesVersion(28);
  public static readonly V1_29 = new KubernetesVersion(29);
  public static readonly V1_30 = new KubernetesVersion(30);
  public static readonly V1_31 = new KubernetesVersion(31);
  public static readonly V1_32 = new KubernetesVersion(32);
  public static readonly V1_33 = new KubernetesVersion(33);
  public static readonly V1_34 = new KubernetesVersion(34);
  public static readonly V1_35 = new KubernetesVersion(35);
  public static readonly V1_36 = new KubernetesVersion(36);
  public static readonly V1_37 = new KubernetesVersion(37);

  /**
   * Reads a version such as `1.34`, `v1.34` or `v1.34.2` (the patch is left aside).
   *
   * @throws if it is not a version, or none between 1.28 and 1.37
   */
  public static of(version: string): KubernetesVersion {
    if (typeof version !== 'string') {
      throw new Error(
        `a Kubernetes version is text: write one from 1.${OLDEST_MINOR} to 1.${NEWEST_MINOR}, such as '1.${NEWEST_MINOR}'`,
      );
    }
    const match = /^v?1\.(\d+)(?:\.\d+)?(?:[-+].*)?$/.exec(version);
    const minor = match === null ? Number.NaN : Number(match[1]);
    const known = KubernetesVersion.all().find((candidate) => candidate.minor === minor);
    if (known === undefined) {
      throw new Error(
        `unknown Kubernetes version '${version}'; write one from 1.${OLDEST_MINOR} to 1.${NEWEST_MINOR}, such as '1.${NEWEST_MINOR}'`,
      );
    }
    return known;
  }

  /** All supported versions, the oldest first. */
  public static all(): KubernetesVersion[] {
    const { V1_28, V1_29, V1_30, V1_31, V1_32, V1_33, V1_34, V1_35, V1_36, V1_37 } = KubernetesVersion;
    return [V1_28, V1_29, V1_30, V1_31, V1_32, V1_33, V1_34, V1_35, V1_36, V1_37];
  }

  /** The second number: 34 of 1.34. */
  public readonly minor: number;

  private constructor(minor: number) {
    this.minor = minor;
  }

  /** Tells whether this version is the other one or newer. */
  public isAtLeast(other: KubernetesVersion): boolean {
    return this.minor >= other.minor;
  }

  /** Prints the version as `1.34`. */
  public toString(): string {
    return `1.${this.minor}`;
  }
}
