import { type JsonObject, objectsOf, stringOf } from '../../kubernetes/views/json';
import { timeOf } from './time';

/** A condition of an object's status. */
export interface StatusCondition {
  readonly type: string;
  /** `True`, `False` or `Unknown`, as written. */
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  /** Milliseconds since 1970 of the last change, or of the last update where that is later. */
  readonly since: number | undefined;
}

/** Reads the conditions of a status. */
export function conditionsOf(status: JsonObject): readonly StatusCondition[] {
  return objectsOf(status.conditions).map(({ item }) => ({
    type: stringOf(item.type) ?? '',
    status: String(item.status ?? ''),
    reason: stringOf(item.reason) ?? '',
    message: stringOf(item.message) ?? '',
    since: timeOf(item.lastUpdateTime) ?? timeOf(item.lastTransitionTime),
  }));
}

/** The condition of a type, where its status is one of those given. */
export function conditionIn(
  conditions: readonly StatusCondition[],
  type: string,
  ...statuses: readonly string[]
): StatusCondition | undefined {
  return conditions.find((each) => each.type === type && (statuses.length === 0 || statuses.includes(each.status)));
}

/** A condition as one line of proof. */
export function showCondition({ type, status, reason, message }: StatusCondition): string {
  return `${type}=${status}${reason === '' ? '' : ` ${reason}`}${message === '' ? '' : `: ${message}`}`;
}
