import { join } from 'node:path';
import { APPS } from '../../apps/apps';
import type { JsonObject } from '../../lib/kubernetes/views/json';
import { withFolder, write } from '../apps/written';
import { manifestsIn } from './manifests-in';

/** Every object of every app of this repository, as `npm run synth` writes it. */
export function synthesized(): Promise<readonly JsonObject[]> {
  return withFolder((folder) => {
    for (const { name, build } of APPS) write(build, join(folder, name));
    return manifestsIn(folder);
  });
}
