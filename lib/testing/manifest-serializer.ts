import { Yaml } from 'cdk8s';
import { isApp, isChart, isManifest, manifestsOf } from './manifests-of';

/**
 * Prints manifests, charts and apps in snapshots as the YAML that is applied, so that a changed snapshot reads like a
 * changed manifest: `expect.addSnapshotSerializer(manifestSerializer)`.
 */
export const manifestSerializer = {
  test(value: unknown): boolean {
    if (Array.isArray(value)) return value.length > 0 && value.every(isManifest);
    return isApp(value) || isChart(value) || isManifest(value);
  },
  serialize(value: unknown): string {
    const { manifests, isMeant } = manifestsOf(value);
    return Yaml.stringify(...manifests.filter((_, index) => isMeant(index))).trimEnd();
  },
};
