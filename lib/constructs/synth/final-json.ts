import type { ApiObject } from 'cdk8s';
import type { Edit, Stage } from './edits';
import { Synthesis } from './synthesis';

export type { JsonRecord } from './edits';

/** Changes the final JSON of an object, after the generated types of cdk8s-plus-28 have filtered it. */
export function editFinalJson(object: ApiObject, edit: Edit, stage: Stage = 'fill'): void {
  Synthesis.of(object).edit(object, edit, stage);
}
