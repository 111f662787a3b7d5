import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ANNOTATION } from '../../lifecycle/annotations';
import { mergeInto } from './merge';
import type { Registered } from './registered';
import { callerLocation } from './source-location';
import { Synthesis } from './synthesis';

/** What a construct knows of itself that its YAML alone does not say. */
export interface Knowledge extends Omit<Registered, 'location'> {
  /** The longest request or message in seconds, for what serves or works on messages. */
  drainSeconds?(): number;
  /** How traffic reaches the pods, as TrafficRoute prints itself. */
  route?(): string;
  /** Whether requests reach the pods at all. */
  readonly served: boolean;
}

/**
 * Registers a construct for validation: writes what it knows onto its workload, remembers the line that made it, and has
 * each synthesis report what is wrong.
 */
export function guard(construct: Construct, knowledge: Knowledge): void {
  const { workload, served } = knowledge;
  const synthesis = Synthesis.of(construct);
  synthesis.register(construct, { location: callerLocation(), workload, conflicts: () => knowledge.conflicts() });
  synthesis.edit(workload, (json) => {
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
  for (const each of construct.node.findAll()) if (ApiObject.isApiObject(each)) synthesis.adopt(each);
  construct.node.addValidation({ validate: () => synthesis.problemsOf(construct) });
}
