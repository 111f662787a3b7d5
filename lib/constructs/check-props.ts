import { Construct, type IConstruct } from 'constructs';
import { optionsProblems } from '../lifecycle/arguments/check';
import { isPlainObject } from '../lifecycle/arguments/collections';
import { mismatchOf } from '../lifecycle/arguments/kind';
import { text } from '../lifecycle/arguments/scalars';
import { shownType } from '../lifecycle/arguments/shown';
import {
  type AnyStruct,
  likelyMeant,
  noObject,
  type Struct,
  unknownKeys,
  valueProblems,
} from '../lifecycle/arguments/struct';
import { RESOURCES, type Resources } from '../lifecycle/values/resources';
import { callerLocation, printLocation } from './synth/source-location';
import { warn } from './synth/warnings';

/** What may say the resources of a main container: a construct's props, or its Profile. */
interface WithResources {
  readonly resources?: Resources;
}

/**
 * Checks where a construct is made, before it is made there.
 *
 * @returns the scope and the id
 */
export function place(described: AnyStruct, scope: Construct, id: string): [Construct, string] {
  const problems = [...constructProblems(scope), ...text().problems(id, 'id')];
  refuse(`new ${described.name.replace(/Props$/, '')}`, problems);
  return [scope, id];
}

/**
 * Checks the properties of a construct, for those whose compiler does not look. A key that is spelled like a known one
 * is an error; any other unknown key is a warning, since a team's own construct may pass on the properties that it was given.
 *
 * @returns what is known to be there: the resources of the main container, the construct's own or else the Profile's
 * @throws with one line for each property that is missing, of the wrong type or misspelled
 */
export function checkProps<P extends WithResources>(
  construct: Construct,
  described: Struct<P>,
  props: P,
  profile: WithResources,
): { readonly resources: Resources } {
  refuse(construct.node.path, propsProblems(described, props ?? {}, profile));
  // A subclass may have properties of its own, and hands all of them on.
  if (Object.getPrototypeOf(construct.constructor) === Construct) warnOfUnknown(construct, described, props);
  return { resources: (props.resources ?? profile.resources) as Resources };
}

/** Checks what a method of a construct is given. */
export function checkPart<P extends object>(
  construct: Construct,
  method: string,
  described: Struct<P>,
  options: P,
): void {
  refuse(`${construct.node.path}, ${method}`, optionsProblems(described, options));
}

/**
 * Throws what is wrong, each sentence with its subject and the line of the program.
 *
 * @param subject what each line begins with: the path of a construct
 */
export function refuse(subject: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const location = callerLocation();
  const where = location === undefined ? '' : ` at ${printLocation(location)}`;
  throw new Error(problems.map((problem) => `${subject}: ${problem}${where}`).join('\n'));
}

/** Checks what is set on a scope. */
export function checkSettings<P extends object>(scope: IConstruct, name: string, described: Struct<P>, props: P): P {
  refuse(`${name} of '${scope.node.path || '(the app)'}'`, optionsProblems(described, props));
  return props ?? {};
}

/**
 * Checks that something is a construct, for which values can be set.
 *
 * @param factory what the error begins with: `Platform.of`
 */
export function checkScope(factory: string, scope: IConstruct): IConstruct {
  refuse(factory, constructProblems(scope));
  return scope;
}

/** Whether something is a construct, of whichever copy of that package. */
export function isConstruct(value: unknown): boolean {
  return isPlainObject(value) && isPlainObject(value.node);
}

function constructProblems(scope: unknown): readonly string[] {
  if (isConstruct(scope)) return [];
  return [mismatchOf('scope', shownType(scope), 'a construct', 'give a Chart, or a construct within one')];
}

function warnOfUnknown(construct: Construct, described: AnyStruct, props: object): void {
  for (const { key } of unknownKeys(described, props)) warn(construct, noEffect(described, key));
}

function noEffect(described: AnyStruct, key: string): string {
  return `'${key}' is no property of ${described.name.replace(/Props$/, '')} and has no effect: leave it out`;
}

function propsProblems(described: AnyStruct, given: unknown, profile: WithResources): readonly string[] {
  if (!isPlainObject(given)) return [noObject(described, given, 'props')];
  const hasResources = given.resources !== undefined || profile.resources !== undefined;
  const unknown = unknownKeys(described, given);
  const problems = [
    ...valueProblems(described, given),
    ...(hasResources ? [] : [`'resources' is missing: give ${RESOURCES.give}, or set them in a Profile above`]),
    ...unknown.filter(({ meant }) => meant !== undefined).map((each) => likelyMeant(each)),
  ];
  if (problems.length === 0) return [];
  // A key that nothing is spelled like fails nothing by itself, and may be the other half of what is missing.
  const others = unknown.filter(({ meant }) => meant === undefined).map(({ key }) => noEffect(described, key));
  return [...problems, ...others];
}
