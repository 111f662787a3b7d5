import type { SetObject } from '../kubernetes/set/manifest-set';
import type { Violation } from '../rules/rule';
import type { CatalogueEntry } from './catalogue-entry';
import type { CheckContext, Checker } from './checker';

/** A checker that looks at one object at a time; `undefined` says that it has nothing to say about the object. */
export function eachObject(
  entry: CatalogueEntry,
  look: (object: SetObject, context: CheckContext) => readonly Violation[] | undefined,
): Checker {
  return function* (set, context) {
    for (const [index, object] of set.objects.entries()) {
      const violations = context.runs(entry.id, index) ? look(object, context) : undefined;
      if (violations !== undefined) yield { entry, index, violations };
    }
  };
}
