import type { Checker } from '../checker';

/** Has every rule look at every object. */
export const rules: Checker = function* (set, context) {
  for (const rule of context.rules) {
    for (const [index, object] of set.objects.entries()) {
      if (!context.runs(rule.id, index) || !rule.looksAt(object, context)) continue;
      yield { entry: rule, index, violations: rule.check(object, context) };
    }
  }
};
