import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Volume } from '../lifecycle/values/volume';
import type { Fields } from './fields';
import { shortHash } from './names';
import type { PodOptions } from './pod-options';
import type { VolumeMount } from './volume-mount';

/** The ConfigMaps of a construct, and how the main container reads them. */
export interface ConfigMaps {
  readonly envFrom: readonly Fields[];
  readonly mounts: readonly VolumeMount[];
  /** The data as it is now; undefined where there is none. A hash of it in the pod template rolls the pods. */
  data(): unknown;
}

/** Makes the ConfigMaps for `config` and `files`. */
export function configMapsOf(scope: Construct, name: string, options: PodOptions): ConfigMaps {
  const immutable = options.immutableConfig ?? false;
  const config = options.config && makeMap(scope, 'Config', `${name}-config`, options.config, immutable);
  const keys = fileKeys(Object.keys(options.files ?? {}));
  const contents = Object.fromEntries(
    Object.entries(options.files ?? {}).map(([path, text]) => [keys.get(path) as string, text]),
  );
  const files = keys.size === 0 ? undefined : makeMap(scope, 'Files', `${name}-files`, contents, immutable);
  const volume = files && Volume.configMap(files.name, { name: 'files' });
  return {
    envFrom: config === undefined ? [] : [{ configMapRef: { name: config.name } }],
    mounts:
      volume === undefined ? [] : [...keys].map(([path, key]) => ({ path, volume, subPath: key, readOnly: true })),
    data: () => (config === undefined && files === undefined ? undefined : [config?.data ?? {}, files?.data ?? {}]),
  };
}

function makeMap(
  scope: Construct,
  id: string,
  name: string,
  data: Readonly<Record<string, string>>,
  immutable: boolean,
): kplus.ConfigMap {
  const metadata = { name: immutable ? `${name}-${shortHash(data)}` : name };
  return new kplus.ConfigMap(scope, id, { metadata, data: { ...data }, immutable });
}

/** One key a file: its own name where no other file has it, else its path. */
function fileKeys(paths: readonly string[]): Map<string, string> {
  const keys = new Map<string, string>();
  const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  for (const path of paths) {
    if (!path.startsWith('/') || path.endsWith('/'))
      throw new Error(`'files' has '${path}', and a file needs an absolute path with a name`);
    const isOnly = paths.filter((other) => baseOf(other) === baseOf(path)).length === 1;
    keys.set(path, (isOnly ? baseOf(path) : path.slice(1).replaceAll('/', '.')).replace(/[^-._a-zA-Z0-9]/g, '_'));
  }
  if (new Set(keys.values()).size < keys.size) {
    throw new Error(`'files' has paths that differ only in '/' or special characters: ${paths.join(', ')}; rename one`);
  }
  return keys;
}
