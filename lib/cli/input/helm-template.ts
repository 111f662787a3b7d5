import { isObject } from '../../kubernetes/views/json';

const ACTION =
  /\{\{-?\s*(?:\.|\$|if\b|else\b|end\b|range\b|with\b|define\b|include\b|template\b|toYaml\b|default\b|quote\b|\/\*)/;

/** Tells whether a text that is not YAML holds the actions of a Helm template. */
export function looksLikeHelmTemplate(text: string): boolean {
  return ACTION.test(text);
}

/**
 * Tells whether a value came of `name: {{ .Values.name }}`, which YAML reads as a mapping with a mapping as its key;
 * kubectl refuses it.
 */
export function holdsAction(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsAction);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, child]) => key === '[object Object]' || holdsAction(child));
}
