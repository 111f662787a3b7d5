import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ANNOTATION } from '../../lifecycle/annotations';
import type { Conflict } from '../../lifecycle/conflict';
import { editFinalJson } from './final-json';
import { remember } from './guarded';
import { mergeInto } from './merge';
import { callerLocation } from './source-location';
import { openSynthesis, problemsOf } from './synthesis';

/** What a construct knows of itself that its YAML alone does not say. */
export interface Knowledge {
  readonly workload: ApiObject;
  /** The longest request or message in seconds, for what serves or works on messages. */
  drainSeconds?(): number;
  /** How traffic reaches the pods, as TrafficRoute prints itself. */
  route?(): string;
  /** Whether requests reach the pods at all. */
  readonly served: boolean;
  /** Values that are impossible together; a sentence alone where no field of a manifest shows it. */
  conflicts(): ReadonlyArray<string | Conflict>;
}

/**
 * Puts a construct under the eye of the rules: writes what it knows onto its workload, remembers the line that made it,
 * and has each synthesis report what is wrong.
 */
export function guard(construct: Construct, knowledge: Knowledge): void {
  const { workload, served } = knowledge;
  remember(construct, { location: callerLocation(), workload, conflicts: () => knowledge.conflicts() });
  editFinalJson(workload, (json) => {
    const drainSeconds = knowledge.drainSeconds?.();
    const route = knowledge.route?.();
    const annotations = {
      [ANNOTATION.construct]: construct.node.path,
      ...(drainSeconds !== undefined && { [ANNOTATION.drainSeconds]: String(drainSeconds) }),
      ...(route !== undefined && { [ANNOTATION.route]: route }),
      ...(!served && { [ANNOTATION.served]: 'false' }),
    };
    mergeInto(json, { metadata: { annotations } });
  });
  // An edit of nothing: it makes the object's JSON known while the tree cannot change.
  for (const each of construct.node.findAll()) if (ApiObject.isApiObject(each)) editFinalJson(each, () => {});
  openSynthesis(construct);
  construct.node.addValidation({ validate: () => problemsOf(construct) });
}
