import { type App, Testing } from 'cdk8s';
import { describeRef, type Manifest, refOf } from '../../lib/kubernetes/views/manifest';
import { manifests } from '../manifests';

/** Synthesizes an app in memory and reads its objects from the YAML. */
export function synthesized(build: (app: App) => void): Manifest[] {
  const app = Testing.app();
  build(app);
  return manifests(app.synthYaml());
}

/** The objects by kind, namespace and name; two of one identity fail the test. */
export function byIdentity(objects: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  const map = new Map(objects.map((object) => [describeRef(refOf(object)), object]));
  if (map.size < objects.length) throw new Error('two objects have one identity');
  return map;
}
