import { parseFieldPath } from '../../../kubernetes/text/field-path';
import { isObject, valueAt } from '../../../kubernetes/views/json';
import { describeRef } from '../../../kubernetes/views/manifest';
import type { LintFinding } from './report';

/**
 * What stays equal when lines move, containers change places or a message is reworded: rule, object and path, with
 * the names of list items in place of their positions where they have one.
 */
export interface Fingerprint {
  readonly rule: string;
  /** `Deployment shop/cart`. */
  readonly object: string;
  /** `spec.template.spec.containers[web].livenessProbe`. */
  readonly path: string;
}

/** The fingerprint of a finding. */
export function fingerprintOf({ rule, object, path, document }: LintFinding): Fingerprint {
  return { rule, object: describeRef(object), path: namedPath(document.manifest, path) };
}

/** One line a fingerprint, to compare by. */
export function keyOf({ rule, object, path }: Fingerprint): string {
  return `${rule}|${object}|${path}`;
}

function namedPath(manifest: unknown, path: string): string {
  let here: unknown = manifest;
  let named = '';
  for (const segment of parseFieldPath(path)) {
    here = valueAt(here, segment);
    if (typeof segment === 'string') named += named === '' ? segment : `.${segment}`;
    else named += `[${isObject(here) && typeof here.name === 'string' ? here.name : segment}]`;
  }
  return named;
}
