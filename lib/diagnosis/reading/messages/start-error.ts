/** Why a container could not be created or started. */
export type StartCause =
  | 'command-not-found'
  | 'permission-denied'
  | 'exec-format'
  | 'missing-file'
  | 'read-only'
  | 'working-dir'
  | 'mount'
  | 'no-command'
  | 'name-in-use'
  | 'memory-too-small'
  | 'time-out'
  | 'security-profile'
  | 'device'
  | 'unknown';

// Wordings of runc, crun, containerd, CRI-O and Docker.
const WORDINGS: ReadonlyArray<readonly [StartCause, RegExp]> = [
  ['working-dir', /\bchdir\b|working dir|cwd\b|mkdir .*working/i],
  ['read-only', /read-only file system|readonly/i],
  [
    'mount',
    /rootfs.*mount|mounting|error mounting|not a directory|are you trying to mount a directory|failed to prepare subPath|subPath|bind mount|mount .* (failed|destination)|failed to generate spec: .*(stat|mkdir)|hostPath type check/i,
  ],
  ['exec-format', /exec format error|wrong ELF|incompatible cpu architecture/i],
  ['security-profile', /apparmor|seccomp|selinux|capabilit|sysctl/i],
  ['device', /nvidia|\bgpu\b|\bcdi\b|device/i],
  [
    'memory-too-small',
    /memory limit too low|container init was OOM-killed|cannot allocate memory|minimum memory|insufficient memory/i,
  ],
  ['permission-denied', /permission denied|operation not permitted|EACCES/i],
  [
    'command-not-found',
    /executable file (`.*` )?not found|executable not found|not found in \$PATH|no such file or directory|: not found|stat \S+: no such/i,
  ],
  ['no-command', /no command specified|no command or args|no entrypoint|empty command/i],
  [
    'name-in-use',
    /name .* is (already )?(reserved|in use)|failed to reserve container name|name is already in use|Conflict\. The container name/i,
  ],
  ['time-out', /deadline exceeded|timed out|time ?out/i],
];

/** Reads the cause out of what the runtime said about a container that did not start. */
export function startCause(message: string): StartCause {
  return WORDINGS.find(([, wording]) => wording.test(message))?.[0] ?? 'unknown';
}

/** The program that was not found or could not be run, where the message names it. */
export function programIn(message: string): string | undefined {
  return (
    /exec:? \\?"([^"\\]+)\\?"/.exec(message)?.[1] ??
    /stat (\S+): no such file/.exec(message)?.[1] ??
    /executable file `([^`]+)` not found/.exec(message)?.[1] ??
    /^(\/\S+): no such file/.exec(message)?.[1] ??
    /exec (\/\S+): /.exec(message)?.[1]
  );
}
