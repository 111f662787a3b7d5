import { imageIsPinned } from './image-is-pinned';
import { objectIsUnique } from './object-is-unique';
import { prestopExists } from './prestop-exists';
import type { Rule } from './rule';

export type { Rule, RuleContext, RuleText, Violation } from './rule';
export { defineRule } from './rule';

/** Every rule that reads the manifests alone, sorted by id. */
export const RULES: readonly Rule[] = [imageIsPinned, objectIsUnique, prestopExists];
