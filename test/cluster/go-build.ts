import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface GoBuild {
  /** `kubectl 1.37 (4 of 4)` */
  readonly what: string;
  /** The folder of the go.mod that pins what is built. */
  readonly module: string;
  readonly package: string;
  /** `v1.37.2` */
  readonly release: string;
  readonly into: string;
  readonly tell: (line: string) => void;
}

/** A cold build beside other work took half an hour for all four. */
const MOST_MINUTES = 40;

/** Builds one executable and tells once a minute that it still does; the build ends with this process at the latest. */
export async function goBuild({ what, module, package: path, release, into, tell }: GoBuild): Promise<void> {
  const began = performance.now();
  const minutes = () => Math.round((performance.now() - began) / 60_000);
  const flags = ['-trimpath', `-ldflags=${linkerFlags(release)}`, '-o', into];
  const child = spawn('/bin/sh', [join(__dirname, 'guard.sh'), 'nice', '-n', '10', 'go', 'build', ...flags, path], {
    cwd: module,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false', GOWORK: 'off' },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const timer = setInterval(() => {
    tell(`still building ${what}: ${minutes()} min`);
    // The guard ends the build once its input ends.
    if (minutes() >= MOST_MINUTES) child.stdin.end();
  }, 60_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  }).finally(() => clearInterval(timer));
  if (minutes() >= MOST_MINUTES) throw new Error(`${what} was not built within ${MOST_MINUTES} min`);
  if (code !== 0) throw new Error(`go build of ${what} ended with code ${code}; what it said stands above`);
  tell(`built ${what} in ${Math.round((performance.now() - began) / 1000)} s`);
}

/** The version that `kube-apiserver --version` prints; without it no feature gate has its right default. */
function linkerFlags(release: string): string {
  const [major = '', minor = ''] = release.slice(1).split('.');
  const values = { gitVersion: release, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' };
  const settings = Object.entries(values).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`);
  return ['-s', '-w', ...settings].join(' ');
}
