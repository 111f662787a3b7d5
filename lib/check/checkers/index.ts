import type { Checker } from '../checker';
import { admission } from './admitted';
import { duplicateKeys } from './duplicate-keys';
import { keptFields } from './field-is-kept';
import { rollout } from './rollout-loses-nothing';
import { rules } from './rules';
import { update } from './update-is-admitted';

/** What `check` is composed of. Acknowledgements are checked by themselves, when it is known what they matched. */
export const CHECKERS: readonly Checker[] = [rules, admission, keptFields, rollout, duplicateKeys, update];
