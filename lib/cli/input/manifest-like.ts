import { isObject } from '../../kubernetes/views/json';
import type { SourceText } from './text';

/** Tells whether a value is meant as a Kubernetes object, whole or broken, or is a list of such. */
export function isManifestLike(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => isObject(item) && isManifestLike(item));
  return isObject(value) && (Object.hasOwn(value, 'apiVersion') || Object.hasOwn(value, 'kind'));
}

/**
 * Tells whether a text that does not parse is JSON with comments that cannot hold a manifest, such as a tsconfig.json.
 * Broken YAML may always be meant as one.
 */
export function isOtherJson({ file, text }: SourceText): boolean {
  const isJson = /\.json$/i.test(file) || /^\s*\/[/*]/.test(text);
  return isJson && !/\b(?:apiVersion|kind)\b["']?\s*:/.test(text);
}
