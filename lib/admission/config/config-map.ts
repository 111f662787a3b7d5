import { isEqual } from '../immutable';
import { defineKind } from '../kind';
import { validateMetadata } from '../metadata';
import { byteLength, configMapKey, dnsSubdomain } from '../names';
import { WHOLE } from '../rejection';
import type { Report } from '../report';
import type { ConfigMap } from '../structure/generated/types';
import { decodedLength } from './base64';

/** The most that a ConfigMap or a Secret holds, in bytes. */
export const MOST_BYTES = 1024 * 1024;

/** Source: core/validation ValidateConfigMap. It has no defaults. */
export const configMap = defineKind<ConfigMap>({
  default: (object) => object,
  validate: ({ metadata = {}, data = {}, binaryData = {} }, report) => {
    validateMetadata(metadata, true, dnsSubdomain, report);
    let bytes = 0;
    for (const [key, value] of Object.entries(data)) {
      report.invalidFor(`data[${key}]`, key, configMapKey(key));
      if (Object.hasOwn(binaryData, key)) report.invalid(`data[${key}]`, key, 'must not be in binaryData too');
      bytes += byteLength(value);
    }
    for (const [key, value] of Object.entries(binaryData)) {
      report.invalidFor(`binaryData[${key}]`, key, configMapKey(key));
      bytes += decodedLength(value);
    }
    if (bytes > MOST_BYTES) report.tooLong(WHOLE, `${MOST_BYTES} bytes of data`);
  },
  validateUpdate: (object, old, report) => {
    if (old.immutable === true) validateUnchanged(object, old, ['data', 'binaryData'], report);
  },
});

/** Source: core/validation ValidateConfigMapUpdate, ValidateSecretUpdate. */
export function validateUnchanged<T extends { readonly immutable?: boolean }>(
  object: T,
  old: T,
  fields: ReadonlyArray<keyof T & string>,
  report: Report,
): void {
  const fix = 'write the new values under a new name, and let the pods refer to that one';
  if (object.immutable !== true)
    report.add('Forbidden', 'immutable', 'was true, and cannot be taken back', 'leave it true, or delete the object');
  for (const field of fields) {
    if (!isEqual(object[field], old[field])) report.add('Forbidden', field, 'is immutable, and cannot be changed', fix);
  }
}
