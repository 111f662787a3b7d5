import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './build-lock';
import { goBuild } from './go-build';

/** Where the executables of one Kubernetes version are. */
export interface Components {
  /** `1.37`; of the given assets: what kube-apiserver says of itself. */
  readonly version: string;
  readonly etcd: string;
  readonly apiserver: string;
  readonly controllerManager: string;
  readonly kubectl: string;
}

/** The versions with a Go module under components/, the newest first: the two ends of the supported range. */
export const VERSIONS = ['1.37', '1.28'] as const;

/** One module builds etcd for all versions. */
const ETCD_MODULE = '1.37';
const PACKAGES = {
  etcd: 'go.etcd.io/etcd/server/v3',
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
  'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
  kubectl: 'k8s.io/kubernetes/cmd/kubectl',
} as const;
type Name = keyof typeof PACKAGES;
const NAMES = Object.keys(PACKAGES) as readonly Name[];

export const NEEDS =
  'The cluster tests need either Go (1.26 or newer, to build etcd and kube-apiserver into the user cache) or KUBEBUILDER_ASSETS, a folder with kube-apiserver, kube-controller-manager, etcd and kubectl.';

/** Finds the executables of a version, and builds those that are not in the user's cache yet (minutes when cold). */
export async function components(version: string): Promise<Components> {
  const assets = process.env.KUBEBUILDER_ASSETS;
  if (assets !== undefined && assets !== '') return given(assets);
  if (spawnSync('go', ['version']).status !== 0) throw new Error(NEEDS);
  // One after the other: each build takes all processors, and most of its packages are the next one's as well.
  const paths = new Map<Name, string>();
  for (const name of NAMES) paths.set(name, await built(version, name));
  return componentsAt(version, (name) => paths.get(name) ?? '');
}

function given(folder: string): Components {
  const apiserver = join(folder, 'kube-apiserver');
  if (!existsSync(apiserver))
    throw new Error(`KUBEBUILDER_ASSETS is ${folder}, which holds no kube-apiserver. ${NEEDS}`);
  const printed = execFileSync(apiserver, ['--version'], { encoding: 'utf8' });
  return componentsAt(/v(\d+\.\d+)/.exec(printed)?.[1] ?? printed.trim(), (name) => join(folder, name));
}

function componentsAt(version: string, pathOf: (name: Name) => string): Components {
  return {
    version,
    etcd: pathOf('etcd'),
    apiserver: pathOf('kube-apiserver'),
    controllerManager: pathOf('kube-controller-manager'),
    kubectl: pathOf('kubectl'),
  };
}

/** The executable in the cache; its folder is named after what it was built from, so that a changed pin builds anew. */
async function built(wanted: string, name: Name): Promise<string> {
  const version = name === 'etcd' ? ETCD_MODULE : wanted;
  const module = join(__dirname, 'components', `v${version}`);
  const pins = readFileSync(join(module, 'go.mod'), 'utf8') + readFileSync(join(module, 'go.sum'), 'utf8');
  const key = createHash('sha256').update(pins).digest('hex').slice(0, 12);
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(cache, 'cdk8s-lifecycle', 'components', `v${version}-${key}`);
  const executable = join(folder, name);
  if (existsSync(executable)) return executable;

  mkdirSync(folder, { recursive: true });
  const what = `${name} ${version} (${NAMES.indexOf(name) + 1} of ${NAMES.length})`;
  const waits = (holder: number) => tell(`waiting for process ${holder}, which builds ${what}`);
  await withLock(`${executable}.lock`, waits, async () => {
    if (existsSync(executable)) return;
    const release = /k8s\.io\/kubernetes (v\S+)/.exec(pins)?.[1] ?? '';
    const unfinished = `${executable}.${process.pid}`;
    try {
      tell(`building ${what}, minutes on a cold machine`);
      await goBuild({ what, module, package: PACKAGES[name], release, into: unfinished, tell });
      renameSync(unfinished, executable);
    } finally {
      rmSync(unfinished, { force: true });
    }
    writeFileSync(join(folder, 'release'), `${release}\n`);
  });
  return executable;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
