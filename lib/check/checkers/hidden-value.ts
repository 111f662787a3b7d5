import { show } from '../../admission/report';
import { parseFieldPath } from '../../kubernetes/text/field-path';
import { isObject, type Json, valueAtPath } from '../../kubernetes/views/json';
import type { Manifest } from '../../kubernetes/views/manifest';
import { secretNameOf } from '../../rules/reading/secret-names';
import { secretShapeOf } from '../../rules/reading/secret-shapes';

/** The sentence of a refusal without the value that it shows, where that may be a secret. */
export function withoutSecret(message: string, path: string, manifest: Manifest): string {
  const value = valueAtPath(manifest, path);
  if (value === undefined || !mayBeSecret(value, path, manifest)) return message;
  return message.replace(show(value), 'a value that is not printed');
}

function mayBeSecret(value: Json, path: string, manifest: Manifest): boolean {
  const [first] = parseFieldPath(path);
  if (manifest.kind === 'Secret' && (first === 'data' || first === 'stringData')) return true;
  return holdsSecret(value) || parseFieldPath(path).some((key) => isSecretName(key)) || isNamedSecret(path, manifest);
}

/** `env[0].value` of the variable DB_PASSWORD. */
function isNamedSecret(path: string, manifest: Manifest): boolean {
  const holder = valueAtPath(manifest, path.replace(/\.value$/, ''));
  return path.endsWith('.value') && isObject(holder) && isSecretName(holder.name);
}

function holdsSecret(value: Json | undefined): boolean {
  if (typeof value === 'string') return secretShapeOf(value) !== undefined;
  if (Array.isArray(value)) return value.some(holdsSecret);
  if (!isObject(value)) return false;
  if (isSecretName(value.name) && value.value !== undefined) return true;
  return Object.entries(value).some(([key, item]) => (isSecretName(key) && !isObject(item)) || holdsSecret(item));
}

function isSecretName(name: unknown): boolean {
  return typeof name === 'string' && secretNameOf(name) !== undefined;
}
