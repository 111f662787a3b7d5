/** What a container's configuration lacks. */
export type ConfigError =
  | { readonly type: 'missing-object'; readonly kind: 'ConfigMap' | 'Secret'; readonly name: string }
  | {
      readonly type: 'missing-key';
      readonly kind: 'ConfigMap' | 'Secret';
      readonly name: string | undefined;
      readonly key: string;
    }
  | { readonly type: 'runs-as-root' }
  | { readonly type: 'user-not-numeric'; readonly user: string | undefined }
  | { readonly type: 'cache-sync' }
  | { readonly type: 'sub-path' }
  | { readonly type: 'unknown' };

const KIND: Readonly<Record<string, 'ConfigMap' | 'Secret'>> = { configmap: 'ConfigMap', secret: 'Secret' };

function kindOf(word: string | undefined): 'ConfigMap' | 'Secret' {
  return KIND[(word ?? '').toLowerCase().replace(/s$/, '')] ?? 'Secret';
}

/** Reads the cause out of what the kubelet said about a container's configuration, or about a volume made of one. */
export function configError(message: string): ConfigError {
  if (/failed to sync \S+ cache|timed out waiting for the condition|object \S+ not registered/.test(message)) {
    return { type: 'cache-sync' };
  }
  const key = /couldn't find key "?([^\s"]+)"? in (ConfigMap|Secret) "?(?:[^\s"/]+\/)?([^\s"]+)"?/i.exec(message);
  if (key !== null) return { type: 'missing-key', kind: kindOf(key[2]), name: key[3], key: key[1] ?? '' };
  const reference = /references non-existent (config|secret) key: (\S+)/.exec(message);
  if (reference !== null) {
    const kind = reference[1] === 'config' ? 'ConfigMap' : 'Secret';
    return { type: 'missing-key', kind, name: undefined, key: (reference[2] ?? '').replace(/[.,;]$/, '') };
  }
  const missing = /\b(configmaps?|secrets?) "?(?:[a-z0-9.-]+\/)?([^\s"/]+)"? not found/i.exec(message);
  if (missing !== null) return { type: 'missing-object', kind: kindOf(missing[1]), name: missing[2] ?? '' };
  if (
    /image will run as root|breaks non-root policy|cannot (run|start) as root|container's runAsUser breaks non-root/i.test(
      message,
    )
  ) {
    return { type: 'runs-as-root' };
  }
  const user = /has non-numeric user \(([^)]*)\)/.exec(message);
  if (user !== null) return { type: 'user-not-numeric', user: user[1] };
  return /subPath/i.test(message) ? { type: 'sub-path' } : { type: 'unknown' };
}
