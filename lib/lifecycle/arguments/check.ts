import { isPlainObject } from './collections';
import { jsonProblems } from './json';
import { type AnyArgumentKind, mismatchOf } from './kind';
import { shownType } from './shown';
import { type AnyStruct, noObject, type Struct, structProblems } from './struct';

/**
 * Checks the options of a factory.
 *
 * @param subject what errors begin with: `Resources.of`
 * @returns the options; an empty object where none are given and none are needed
 * @throws with one line for each option that is missing, of the wrong type or unknown
 */
export function checkOptions<P extends object>(subject: string, described: Struct<P>, options: P | undefined): P {
  refuse(subject, optionsProblems(described, options));
  return options ?? ({} as P);
}

/**
 * Checks one argument of a factory.
 *
 * @throws if it is missing or of the wrong type
 */
export function checkArgument(subject: string, name: string, kind: AnyArgumentKind, value: unknown): void {
  refuse(subject, value === undefined ? [`'${name}' is missing: give ${kind.give}`] : kind.problems(value, name));
}

/** Sentences about options that are missing, of the wrong type or unknown. */
export function optionsProblems(described: AnyStruct, options: unknown = {}): readonly string[] {
  return isPlainObject(options) ? structProblems(described, options) : [noObject(described, options, 'options')];
}

/**
 * Checks an argument that goes into the manifest as it is.
 *
 * @throws if it is no object, or holds what a manifest cannot
 */
export function checkJson(subject: string, name: string, value: unknown): void {
  refuse(
    subject,
    isPlainObject(value)
      ? jsonProblems(value, name)
      : [mismatchOf(name, shownType(value), 'an object, as a manifest has it')],
  );
}

function refuse(subject: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.map((problem) => `${subject}: ${problem}`).join('\n'));
}
