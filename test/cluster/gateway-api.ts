import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { JsonObject } from '../../lib/kubernetes/views/json';
import { manifestsIn } from './manifests-in';

const MODULE = 'sigs.k8s.io/gateway-api';
const PINNED_IN = join(__dirname, 'components/gateway-api');
const DOWNLOAD_MS = 300_000;

/** The custom resource definitions of the Gateway API, out of its Go module; none where there is no Go. */
export function gatewayApiDefinitions(): readonly JsonObject[] {
  if (spawnSync('go', ['version']).status !== 0) return [];
  const out = execFileSync('go', ['mod', 'download', '-json', MODULE], {
    cwd: PINNED_IN,
    encoding: 'utf8',
    timeout: DOWNLOAD_MS,
  });
  const { Dir: folder } = JSON.parse(out) as { Dir: string };
  return manifestsIn(join(folder, 'config/crd/standard')).filter(({ kind }) => kind === 'CustomResourceDefinition');
}
