import { isObject } from '../../kubernetes/views/json';

/** Tells whether an object of a JSON text holds a key twice: the text then has more keys than the value it parses to. */
export function hasDuplicateKeys(text: string, value: unknown): boolean {
  let written = 0;
  for (const match of text.matchAll(STRING)) if (match[1] !== undefined) written += 1;
  return written > keysIn(value);
}

function keysIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + keysIn(item), 0);
  if (!isObject(value)) return 0;
  return Object.values(value).reduce<number>((sum, child) => sum + 1 + keysIn(child), 0);
}

const STRING = /"(?:[^"\\]|\\.)*"\s*(:)?/g;
