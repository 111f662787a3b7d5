import { isObject, type Json } from '../../lib/kubernetes/views/json';

/**
 * Where an emitted value does not hold an expected one, one line each. The emitted objects may have further fields;
 * lists must be equally long.
 */
export function differences(expected: unknown, emitted: unknown, path = ''): readonly string[] {
  if (Array.isArray(expected) && Array.isArray(emitted) && expected.length === emitted.length) {
    return expected.flatMap((item, index) => differences(item, emitted[index] as Json, `${path}[${index}]`));
  }
  if (isObject(expected) && isObject(emitted)) {
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, emitted[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return JSON.stringify(expected) === JSON.stringify(emitted)
    ? []
    : [`${path}: expected ${JSON.stringify(expected)}, emitted ${JSON.stringify(emitted)}`];
}
