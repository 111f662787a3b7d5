import { nearest } from '../../kubernetes/text/nearest';
import { isPlainObject } from './collections';
import { type AnyArgumentKind, type ArgumentKind, mismatchOf, type RequiredKind } from './kind';
import { shownType } from './shown';

/** One entry for each property of an interface, no fewer and no more, each of the property's own type. */
export type Described<P> = {
  readonly [K in keyof P]-?: undefined extends P[K] ? ArgumentKind<NonNullable<P[K]>> : RequiredKind<P[K]>;
};

/** What the properties of any interface may hold. */
export interface AnyStruct {
  /** The interface's name. */
  readonly name: string;
  readonly kinds: ReadonlyMap<string, AnyArgumentKind>;
}

/** What the properties of an interface may hold, for those whose compiler does not look. */
export interface Struct<P> extends AnyStruct {
  /** To be spread into the structs of interfaces that extend this one. */
  readonly properties: Described<P>;
}

/** A key that is none of an interface, and the one that was likely meant. */
export interface UnknownKey {
  readonly key: string;
  readonly meant: string | undefined;
}

/** Describes an interface. */
export function struct<P extends object>(name: string, properties: Described<P>): Struct<P> {
  return { name, properties, kinds: new Map<string, AnyArgumentKind>(Object.entries(properties)) };
}

/** An object whose properties a struct describes. */
export function nested<P extends object>(described: Struct<P>): ArgumentKind<P> {
  return {
    type: described.name,
    give: shapeOf(described),
    problems: (value, at) =>
      isPlainObject(value) ? structProblems(described, value, `${at}.`) : [noObject(described, value, at)],
  };
}

/** Says that a value is no object, without telling it, and which keys one has. */
export function noObject(described: AnyStruct, value: unknown, at: string): string {
  return mismatchOf(at, shownType(value), shapeOf(described));
}

/** Sentences about all that is missing, of the wrong type or unknown. `prefix` leads to the object: `ports[0].`. */
export function structProblems(described: AnyStruct, given: object, prefix = ''): readonly string[] {
  return [...valueProblems(described, given, prefix), ...unknownProblems(described, given, prefix)];
}

/** Sentences about what is missing or of the wrong type. A key whose value is undefined is absent. */
export function valueProblems(described: AnyStruct, given: object, prefix = ''): readonly string[] {
  const problems: string[] = [];
  for (const [key, kind] of described.kinds) {
    const value = (given as Readonly<Record<string, unknown>>)[key];
    if (value !== undefined) problems.push(...kind.problems(value, `${prefix}${key}`));
    else if (kind.isRequired) problems.push(`'${prefix}${key}' is missing: give ${kind.give}`);
  }
  return problems;
}

/** The keys that an interface does not have. */
export function unknownKeys(described: AnyStruct, given: object): readonly UnknownKey[] {
  return Object.entries(given)
    .filter(([key, value]) => value !== undefined && !described.kinds.has(key))
    .map(([key]) => ({ key, meant: nearest(key, [...described.kinds.keys()]) }));
}

/** Says which key was likely meant. */
export function likelyMeant({ key, meant }: UnknownKey, prefix = ''): string {
  return `'${prefix}${key}' is unknown; did you mean '${prefix}${meant}'?`;
}

function unknownProblems(described: AnyStruct, given: object, prefix: string): readonly string[] {
  return unknownKeys(described, given).map((unknown) =>
    unknown.meant === undefined
      ? `'${prefix}${unknown.key}' is unknown: ${described.name} has ${[...described.kinds.keys()].join(', ')}`
      : likelyMeant(unknown, prefix),
  );
}

/** The keys that an object must have; where it needs none, the first that it may have. */
function shapeOf({ name, kinds }: AnyStruct): string {
  const needed = [...kinds].filter(([, kind]) => kind.isRequired).map(([key]) => key);
  const keys = needed.length === 0 ? [...kinds.keys()].slice(0, 3) : needed;
  return `an object of ${name}: { ${keys.join(', ')} }`;
}
