import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** Where a construct was made. */
export interface SourceLocation {
  /** Relative to the nearest package.json above it, with forward slashes. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

const FRAME = /\(?((?:file:\/\/)?[^\s()]+?):(\d+):\d+\)?$/;
const OWN_ROOT = resolve(__dirname, '..', __dirname.includes(`${sep}dist${sep}`) ? '../..' : '..');
const OWN_FOLDERS = [join(OWN_ROOT, 'lib'), join(OWN_ROOT, 'dist')].map((folder) => folder + sep);
const LIBRARIES = /[\\/]node_modules[\\/](constructs|cdk8s|cdk8s-plus-\d+|cdk8s-lifecycle)[\\/]/;
const rootOf = new Map<string, string>();

/**
 * Finds the line that made the construct which is being made now: the first frame outside this package, cdk8s and
 * constructs; if that lies in node_modules, the first outside too. Undefined where no frame tells.
 */
export function callerLocation(): SourceLocation | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  const stack = new Error().stack ?? '';
  Error.stackTraceLimit = limit;
  const frames = stack.split('\n').slice(1).flatMap(parseFrame);
  const outside = frames.filter(({ file }) => !isOwn(file));
  const first = outside.find(({ file }) => !file.includes(`${sep}node_modules${sep}`)) ?? outside[0];
  return first && { file: relativeToPackage(first.file), line: first.line };
}

/** Prints a location as editors understand it: `apps/shop.ts:42`. */
export function printLocation(location: SourceLocation): string {
  return `${location.file}:${location.line}`;
}

function parseFrame(text: string): SourceLocation[] {
  const match = FRAME.exec(text.trim());
  if (match === null) return [];
  const file = (match[1] as string).replace(/^file:\/\//, '');
  return file.startsWith('node:') || file.startsWith('internal') ? [] : [{ file, line: Number(match[2]) }];
}

function isOwn(file: string): boolean {
  return OWN_FOLDERS.some((folder) => file.startsWith(folder)) || LIBRARIES.test(file);
}

function relativeToPackage(file: string): string {
  const folder = dirname(file);
  let root = rootOf.get(folder);
  if (root === undefined) {
    root = folder;
    while (!existsSync(join(root, 'package.json')) && dirname(root) !== root) root = dirname(root);
    rootOf.set(folder, root);
  }
  return relative(root, file).split(sep).join('/');
}
