import type { SetObject } from '../../kubernetes/set/manifest-set';
import { type Json, type JsonObject, objectOf, objectsOf } from '../../kubernetes/views/json';
import { allContainers } from '../../kubernetes/views/pod-template';

/** A quantity of a manifest, as it is written. */
export interface WrittenQuantity {
  /** What it is a quantity of: `memory`, `ephemeral-storage`. */
  readonly resource: string;
  readonly value: Json | undefined;
  readonly path: string;
  /** Who states it and how, to begin a sentence with: `container "web" requests`. */
  readonly subject: string;
  /** Name of the container, where one states it. */
  readonly container?: string;
}

/** The requests and limits of the pods of an object: of its containers, and of each pod as a whole. */
export function* podQuantities({ workload }: SetObject): Iterable<WrittenQuantity> {
  if (workload === undefined) return;
  const { template } = workload;
  yield* quantitiesOf(template.spec.resources, `${template.path}.resources`, 'the pod');
  for (const { written, path, name } of allContainers(template)) {
    yield* quantitiesOf(written.resources, `${path}.resources`, `container "${name}"`, name);
  }
}

/** The storage that an object claims: as a claim, by its claim templates, or by the volumes of its pods. */
export function* storageQuantities({ manifest, ref, workload }: SetObject): Iterable<WrittenQuantity> {
  const spec = objectOf(manifest.spec);
  if (ref.kind === 'PersistentVolumeClaim') yield* claimed(spec, 'spec', 'the claim');
  for (const { index, item } of objectsOf(spec.volumeClaimTemplates)) {
    const name = String(objectOf(item.metadata).name ?? index);
    yield* claimed(objectOf(item.spec), `spec.volumeClaimTemplates[${index}].spec`, `claim template "${name}"`);
  }
  for (const { name, path, written } of workload?.template.volumes ?? []) {
    const subject = `volume "${name}"`;
    const { sizeLimit: value } = objectOf(written.emptyDir);
    yield { resource: 'storage', value, path: `${path}.emptyDir.sizeLimit`, subject: `${subject} may hold` };
    const claim = objectOf(objectOf(objectOf(written.ephemeral).volumeClaimTemplate).spec);
    yield* claimed(claim, `${path}.ephemeral.volumeClaimTemplate.spec`, subject);
  }
}

function claimed(spec: JsonObject, path: string, subject: string): Iterable<WrittenQuantity> {
  return quantitiesOf(spec.resources, `${path}.resources`, subject);
}

function* quantitiesOf(
  resources: Json | undefined,
  path: string,
  subject: string,
  container?: string,
): Iterable<WrittenQuantity> {
  for (const [list, verb] of [
    ['requests', 'requests'],
    ['limits', 'is limited to'],
  ] as const) {
    for (const [resource, value] of Object.entries(objectOf(objectOf(resources)[list]))) {
      yield { resource, value, path: `${path}.${list}[${resource}]`, subject: `${subject} ${verb}`, container };
    }
  }
}
