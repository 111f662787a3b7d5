import type { FeatureName } from '../kubernetes/versions/features';
import { featureState } from '../kubernetes/versions/features';
import type { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import { isObject, type Json, type JsonObject } from '../kubernetes/views/json';

/**
 * A feature gate and the path of a field that goes while it is off. In a path, `[]` stands for all items of a list and a
 * leading `*` for all containers of a pod spec; `preStop?sleep` at the end is a preStop that has a sleep, `policy~Always` one
 * that is not Always, and `!` at the end takes the object along that has nothing else. `b^a` is a b beside which there is no a.
 */
export type GatedField = readonly [feature: FeatureName, path: string];

/** What goes from an object, by the segment of the path that names it. */
type Plan = ReadonlyMap<string, Step>;

interface Step {
  readonly field: string;
  readonly isList: boolean;
  /** What goes below; empty where the field itself goes. */
  readonly plan: Plan;
  /** The field goes only if it has this one. */
  readonly condition: string | undefined;
  /** The field stays with this value. */
  readonly except: string | undefined;
  /** The field stays beside one of these. */
  readonly unless: readonly string[];
  /** The object goes too if nothing else is in it. */
  readonly takesParent: boolean;
}

type MutablePlan = Map<string, Step & { readonly plan: MutablePlan }>;

const SEGMENT = /^(\w+)(?:([?~^])([\w+]+))?/;

const CONTAINERS = ['containers[]', 'initContainers[]', 'ephemeralContainers[]'];

/** Puts the paths of all gates that are off in a version together, so that each object is looked at once. */
export function dropPlanOf(fields: readonly GatedField[], version: KubernetesVersion): Plan {
  const plan: MutablePlan = new Map();
  for (const [feature, path] of fields) {
    if (featureState(feature, version) !== 'off') continue;
    const paths = path.startsWith('*') ? CONTAINERS.map((list) => `${list}${path.slice(1)}`) : [path];
    for (const each of paths) add(plan, each.split('.'));
  }
  return plan;
}

function add(plan: MutablePlan, [segment = '', ...rest]: readonly string[]): void {
  const isList = segment.endsWith('[]');
  const takesParent = segment.endsWith('!');
  const [, field = '', sign, operand = ''] = SEGMENT.exec(segment) ?? [];
  const key = `${field}${sign ?? ''}${operand}`;
  const step = plan.get(key) ?? {
    field,
    isList,
    plan: new Map(),
    condition: sign === '?' ? operand : undefined,
    except: sign === '~' ? operand : undefined,
    unless: sign === '^' ? operand.split('+') : [],
    takesParent,
  };
  plan.set(key, step);
  if (rest.length > 0) add(step.plan, rest);
}

/** Answers with an object less what a plan takes, and tells `onDrop` where that was; an untouched object is the same one. */
export function drop(value: JsonObject, plan: Plan, at: string, onDrop: (path: string) => void): JsonObject {
  let left: Record<string, Json | undefined> | undefined;
  for (const step of plan.values()) {
    const { field } = step;
    const child = (left ?? value)[field];
    if (child === undefined || step.unless.some((beside) => value[beside] !== undefined)) continue;
    const kept = keptOf(child, step, at === '' ? field : `${at}.${field}`, onDrop);
    if (kept === child) continue;
    left ??= { ...value };
    if (kept === undefined) delete left[field];
    else left[field] = kept;
  }
  return (left as JsonObject | undefined) ?? value;
}

function keptOf(child: Json, step: Step, path: string, onDrop: (path: string) => void): Json | undefined {
  if (step.plan.size === 0) {
    if (child === step.except) return child;
    if (step.condition !== undefined && (!isObject(child) || child[step.condition] === undefined)) return child;
    onDrop(path);
    return undefined;
  }
  if (!step.isList)
    return isObject(child) ? withoutBare(child, drop(child, step.plan, path, onDrop), step.plan) : child;
  if (!Array.isArray(child)) return child;
  const items = (child as readonly Json[]).map((item, index) =>
    isObject(item) ? drop(item, step.plan, `${path}[${index}]`, onDrop) : item,
  );
  return items.every((item, index) => item === child[index]) ? child : items;
}

/** Takes an object away that has nothing left, where what went takes its parent along. */
function withoutBare(before: JsonObject, after: JsonObject, plan: Plan): JsonObject | undefined {
  if (after === before || Object.values(after).some((value) => value !== undefined)) return after;
  return [...plan.values()].some(({ field, takesParent }) => takesParent && before[field] !== undefined)
    ? undefined
    : after;
}
