import { type ArgumentKind, mismatch, mismatchOf } from './kind';
import { shownType } from './shown';

/** A class whose objects are made by its own factories; the constructor is private. */
interface ValueClass<T> {
  readonly prototype: T;
  readonly name: string;
}

/** What a value is, in the words of errors. */
interface ValueWords {
  /** With its article: `an Image`. */
  readonly wanted: string;
  /** How one is made: `Image.of('nginx:1')`. */
  readonly give: string;
  /** How one is made of a value that is none: `Image.of('nginx:1')` of `nginx:1`; undefined where nobody can know. */
  from?(value: unknown): string | undefined;
}

/** Where jsii writes name and version of a class. */
const RUNTIME_TYPE = Symbol.for('jsii.rtti');

interface RuntimeType {
  readonly fqn: string;
  readonly version: string;
}

/**
 * An object of one of this package's value classes. A program that has two copies of the package hands the objects of
 * one to the other: those of the same version are taken, others are refused with a sentence that says so.
 */
export function instanceOf<T>(valueClass: ValueClass<T>, words: ValueWords): ArgumentKind<T> {
  const own = runtimeTypeOf(valueClass);
  return {
    type: valueClass.name,
    give: words.give,
    problems: (value, at) => {
      if (Object.prototype.isPrototypeOf.call(valueClass.prototype as object, Object(value))) return [];
      const made = classOf(value);
      const other = runtimeTypeOf(made);
      const isCopy = own && other ? other.fqn === own.fqn : made?.name === valueClass.name;
      if (!isCopy) return [refusal(value, at, valueClass.name, words)];
      if (other !== undefined && own?.version === other.version) return [];
      const versions = other === undefined || own === undefined ? '' : `, ${other.version} and ${own.version}`;
      return [
        `'${at}' is ${words.wanted} of another copy of cdk8s-lifecycle, and two copies are installed${versions}: see 'npm ls cdk8s-lifecycle' and keep one`,
      ];
    },
  };
}

function refusal(value: unknown, at: string, name: string, words: ValueWords): string {
  if (typeof value === 'function')
    return mismatchOf(at, shownType(value), words.wanted, `call it, as in ${words.give}`);
  const article = words.wanted === name ? `${name}, made by its factories` : words.wanted;
  return mismatch(at, value, article, `write ${words.from?.(value) ?? words.give}`);
}

function classOf(value: unknown): ValueClass<unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const made: unknown = value.constructor;
  return typeof made === 'function' ? (made as unknown as ValueClass<unknown>) : undefined;
}

function runtimeTypeOf(made: unknown): RuntimeType | undefined {
  return (made as { readonly [RUNTIME_TYPE]?: RuntimeType } | undefined)?.[RUNTIME_TYPE];
}
