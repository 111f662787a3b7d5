import { isObject, type JsonObject } from '../../../lib/kubernetes/views/json';
import { manifestsIn } from '../manifests-in';
import { synthesized } from '../synthesized';

/** Real manifests to edit: those of the apps, and of the folder that CORPUS names. */
export async function realManifests(): Promise<readonly JsonObject[]> {
  const { CORPUS } = process.env;
  const objects = [...(await synthesized()), ...(CORPUS === undefined ? [] : manifestsIn(CORPUS))];
  // They are sent to the one namespace that there is.
  return objects.map(({ metadata, ...rest }) => {
    const { namespace: _namespace, ...others } = isObject(metadata) ? metadata : {};
    return { ...rest, metadata: others };
  });
}
