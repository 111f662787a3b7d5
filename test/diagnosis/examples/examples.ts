import { parseAllDocuments } from 'yaml';
import { DIAGNOSES, type Diagnosis, type DiagnosisReport, diagnose } from '../../../lib/diagnosis';
import { objectOf } from '../../../lib/kubernetes/views/json';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';

/** The objects of a diagnosis' own evidence. */
export function objectsOf({ evidence }: Pick<Diagnosis, 'evidence'>): readonly Manifest[] {
  return parseAllDocuments(evidence).map((document) => document.toJS() as Manifest);
}

/** The report on objects at the time of a diagnosis' evidence. */
export function reportOn(
  { now }: Pick<Diagnosis, 'now'>,
  objects: readonly Manifest[],
  diagnoses: readonly Diagnosis[] = DIAGNOSES,
): DiagnosisReport {
  return diagnose(objects, now === undefined ? { diagnoses } : { diagnoses, now });
}

/** Every diagnosis, with one of them changed. */
export function changed(diagnosis: Diagnosis, change: Partial<Diagnosis>): readonly Diagnosis[] {
  return DIAGNOSES.map((each) => (each === diagnosis ? { ...each, ...change } : each));
}

/** A name for a test: classes such as Healthy are told of several kinds. */
export const titleOf = ({ id, kinds }: Diagnosis) => `${id} of ${kinds.join(', ')}`;

/** An object under another name, and controlled by an owner. */
export function ownedBy(owner: Manifest, { metadata, ...rest }: Manifest, name: string): Manifest {
  const { apiVersion, kind } = owner;
  const reference = { apiVersion, kind, name: objectOf(owner.metadata).name, controller: true };
  return { ...rest, metadata: { ...objectOf(metadata), name, ownerReferences: [reference] } };
}
