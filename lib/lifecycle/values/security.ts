import { checkArgument, checkOptions } from '../arguments/check';
import { list } from '../arguments/collections';
import { instanceOf } from '../arguments/instance';
import { flag, text, wholeNumber } from '../arguments/scalars';
import { struct } from '../arguments/struct';

/** Options of the restricted profile. */
export interface RestrictedSecurityOptions {
  /**
   * User id to run as; needed where the image's own user is a name, or root.
   * @default - the image's user, which must not be root
   */
  readonly user?: number;
  /**
   * Group id to run as.
   * @default - the image's group
   */
  readonly group?: number;
  /**
   * Group that owns the pod's volumes.
   * @default - the group, where one is given
   */
  readonly fsGroup?: number;
  /**
   * Paths besides /tmp that the container may write to; each gets an emptyDir.
   * @default - none
   */
  readonly writablePaths?: string[];
  /**
   * Whether the container may write to its own root file system.
   * @default false
   */
  readonly writableRoot?: boolean;
}

export const RESTRICTED_SECURITY_OPTIONS = struct<RestrictedSecurityOptions>('RestrictedSecurityOptions', {
  // Root is what the restricted profile is there to refuse.
  user: wholeNumber(1),
  group: wholeNumber(),
  fsGroup: wholeNumber(),
  writablePaths: list(text()),
  writableRoot: flag(),
});

/** What the main container and its pod may do; the long names are those of the manifest. */
export interface SecurityPlan {
  readonly profile: 'restricted' | 'baseline' | 'privileged';
  readonly reason: string | undefined;
  readonly pod: Readonly<Record<string, unknown>>;
  readonly container: Readonly<Record<string, unknown>>;
  readonly writablePaths: readonly string[];
}

/**
 * Privileges of a container, after the Pod Security Standards.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export class Security {
  /**
   * Not root, no escalation, no capabilities, seccomp RuntimeDefault, a read-only root file system and a writable /tmp.
   * An image that needs root fails with CreateContainerConfigError: give `user`, or use {@link baseline}.
   */
  public static restricted(options: RestrictedSecurityOptions = {}): Security {
    const given = checkOptions('Security.restricted', RESTRICTED_SECURITY_OPTIONS, options);
    const { user, group, fsGroup = group, writablePaths = [], writableRoot = false } = given;
    for (const path of writablePaths) {
      if (!path.startsWith('/')) throw new Error(`'writablePaths' has '${path}', and a path must begin with '/'`);
    }
    return new Security({
      profile: 'restricted',
      reason: undefined,
      pod: {
        runAsNonRoot: true,
        ...(user !== undefined && { runAsUser: user }),
        ...(group !== undefined && { runAsGroup: group }),
        ...(fsGroup !== undefined && { fsGroup, fsGroupChangePolicy: 'OnRootMismatch' }),
        seccompProfile: { type: 'RuntimeDefault' },
      },
      container: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        privileged: false,
        readOnlyRootFilesystem: !writableRoot,
        runAsNonRoot: true,
      },
      writablePaths: writableRoot ? writablePaths : ['/tmp', ...writablePaths.filter((path) => path !== '/tmp')],
    });
  }

  /** What an ordinary image expects: its own user (root too), its usual capabilities, a writable root file system. */
  public static baseline(): Security {
    return new Security({
      profile: 'baseline',
      reason: undefined,
      pod: { seccompProfile: { type: 'RuntimeDefault' } },
      container: { allowPrivilegeEscalation: false, privileged: false },
      writablePaths: [],
    });
  }

  /**
   * Everything the node's root may do.
   * @param reason why; it is written into the manifest
   */
  public static privileged(reason: string): Security {
    checkArgument('Security.privileged', 'reason', text('why no other profile is enough'), reason);
    if (reason.trim() === '')
      throw new Error('a privileged container needs a reason: say what it must do that no other profile allows');
    return new Security({ profile: 'privileged', reason, pod: {}, container: { privileged: true }, writablePaths: [] });
  }

  private constructor(
    /** @internal */
    public readonly _plan: SecurityPlan,
  ) {}
}

const PROFILES = ['restricted', 'baseline'];

export const SECURITY = instanceOf(Security, {
  wanted: 'Security',
  give: 'Security.restricted()',
  from: (value) => PROFILES.find((profile) => profile === value) && `Security.${value}()`,
});
