import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

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

const PACKAGES = {
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
  'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
  kubectl: 'k8s.io/kubernetes/cmd/kubectl',
} as const;

/** One module builds etcd for all versions. */
const ETCD = { module: '1.37', package: 'go.etcd.io/etcd/server/v3' } as const;

export const NEEDS =
  'The cluster tests need either Go (1.26 or newer, to build etcd and kube-apiserver into the user cache) or KUBEBUILDER_ASSETS, a folder with kube-apiserver, kube-controller-manager, etcd and kubectl.';

/** Finds the executables of a version, and builds those that are not in the user's cache yet (minutes when cold). */
export function components(version: string): Components {
  const assets = process.env.KUBEBUILDER_ASSETS;
  if (assets !== undefined && assets !== '') return given(assets);
  if (spawnSync('go', ['version']).status !== 0) throw new Error(NEEDS);
  return {
    version,
    etcd: built(ETCD.module, 'etcd', ETCD.package),
    apiserver: built(version, 'kube-apiserver', PACKAGES['kube-apiserver']),
    controllerManager: built(version, 'kube-controller-manager', PACKAGES['kube-controller-manager']),
    kubectl: built(version, 'kubectl', PACKAGES.kubectl),
  };
}

function given(folder: string): Components {
  const apiserver = join(folder, 'kube-apiserver');
  if (!existsSync(apiserver))
    throw new Error(`KUBEBUILDER_ASSETS is ${folder}, which holds no kube-apiserver. ${NEEDS}`);
  const printed = execFileSync(apiserver, ['--version'], { encoding: 'utf8' });
  return {
    version: /v(\d+\.\d+)/.exec(printed)?.[1] ?? printed.trim(),
    etcd: join(folder, 'etcd'),
    apiserver,
    controllerManager: join(folder, 'kube-controller-manager'),
    kubectl: join(folder, 'kubectl'),
  };
}

/** The executable in the cache; its folder is named after what it was built from, so that a changed pin builds anew. */
function built(version: string, name: string, goPackage: string): string {
  const module = join(__dirname, 'components', `v${version}`);
  const pins = readFileSync(join(module, 'go.mod'), 'utf8') + readFileSync(join(module, 'go.sum'), 'utf8');
  const key = createHash('sha256').update(pins).digest('hex').slice(0, 12);
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(cache, 'cdk8s-lifecycle', 'components', `v${version}-${key}`);
  const executable = join(folder, name);
  if (existsSync(executable)) return executable;

  const release = /k8s\.io\/kubernetes (v\S+)/.exec(pins)?.[1] ?? '';
  process.stderr.write(`building ${name} for Kubernetes ${release} into ${folder}\n`);
  mkdirSync(folder, { recursive: true });
  const unfinished = `${executable}.${process.pid}`;
  try {
    execFileSync(
      'nice',
      ['-n', '10', 'go', 'build', '-trimpath', `-ldflags=${linkerFlags(release)}`, '-o', unfinished, goPackage],
      {
        cwd: module,
        env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false', GOWORK: 'off' },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    renameSync(unfinished, executable);
  } finally {
    rmSync(unfinished, { force: true });
  }
  writeFileSync(join(folder, 'release'), `${release}\n`);
  return executable;
}

/** The version that `kube-apiserver --version` prints; without it no feature gate has its right default. */
function linkerFlags(release: string): string {
  const [major = '', minor = ''] = release.slice(1).split('.');
  const values = { gitVersion: release, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' };
  const settings = Object.entries(values).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`);
  return ['-s', '-w', ...settings].join(' ');
}
