import { shown } from './shown';

/** What an argument may hold. */
export interface AnyArgumentKind {
  /** The declared type, as the jsii assembly names it: `string`, `Image`, `list of PortOptions`. */
  readonly type: string;
  /** What to give where it is missing, ready to follow "give": `Image.of('nginx:1')`. */
  readonly give: string;
  /** Sentences about a value that is not of this kind; empty where it is. */
  problems(value: unknown, at: string): readonly string[];
  readonly isRequired?: boolean;
}

/** A kind with its declared type, through which the compiler holds the tables against the interfaces. */
export interface ArgumentKind<T> extends AnyArgumentKind {
  readonly isRequired?: undefined;
  /** Never set. */
  readonly declares?: (value: T) => T;
}

/** A kind whose value must not be left out. */
export interface RequiredKind<T> extends AnyArgumentKind {
  readonly isRequired: true;
  /** Never set. */
  readonly declares?: (value: T) => T;
}

/** Says that a value must not be left out, and what to give. */
export function required<T>(kind: ArgumentKind<T>, give = kind.give): RequiredKind<T> {
  return { ...kind, give, isRequired: true };
}

/** Says what is read and what is wanted: `'image' ('nginx:1') must be an Image: write Image.of('nginx:1')`. */
export function mismatch(at: string, value: unknown, wanted: string, advice?: string): string {
  return mismatchOf(at, shown(value), wanted, advice);
}

/** A mismatch whose value is told otherwise, or not at all. */
export function mismatchOf(at: string, told: string, wanted: string, advice?: string): string {
  return `'${at}' (${told}) must be ${wanted}${advice === undefined ? '' : `: ${advice}`}`;
}
