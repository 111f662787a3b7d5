/** One call of a program, as a jsii kernel hands it over: file, line, column, function. */
type HostCall = readonly [file: string, line: number, column: number, name: string];

/** A line of a program. */
export interface Frame {
  /** A path, or the bare name of a file where the language keeps no more. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

const HOST_CALLS = Symbol.for('jsii.context.hostStackTrace');
const PYTHON_LIBRARIES = /[\\/](site|dist)-packages[\\/]/;
/** Java tells the class in front of the method, and of the path only the file's name. */
const JAVA_LIBRARIES = /^(io\.github\.cdk8slifecycle|java|jdk|org\.cdk8s|software\.constructs)\./;

/** Tells whether a Python, Java, Go or .NET program runs this package, in a jsii kernel: its code is then no Node program. */
export function hasJsiiHost(): boolean {
  return process.env.JSII_AGENT !== undefined;
}

/**
 * The line of the host's own program, outside of installed packages, that called this one. Undefined where the host tells none:
 * it does where JSII_HOST_STACK_TRACES asks for it, and only in languages whose jsii runtime can.
 */
export function hostFrame(): Frame | undefined {
  const calls = (globalThis as { [HOST_CALLS]?: readonly HostCall[] })[HOST_CALLS] ?? [];
  const own = calls.find(([file, , , name]) => !PYTHON_LIBRARIES.test(file) && !JAVA_LIBRARIES.test(name));
  return own && { file: own[0], line: own[1] };
}

/**
 * Has a jsii kernel find methods that an object has of its own. To invoke one for its host it asks
 * `object.constructor.prototype` first, so that what stands on the object alone would be passed over.
 */
export function showOwnMethods(object: object): void {
  if (!hasJsiiHost()) return;
  Object.defineProperty(object, 'constructor', {
    value: Object.create(object.constructor, { prototype: { value: object } }),
  });
}
