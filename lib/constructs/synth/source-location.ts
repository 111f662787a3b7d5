import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Frame, hasJsiiHost, hostFrame } from './jsii-host';

/** Where a construct was made. */
export interface SourceLocation {
  /**
   * With forward slashes, relative to the working directory; a file outside of it is told relative to the nearest
   * package.json above it.
   */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/** `at make (/srv/my shop/app.ts:4:7)`, or without a function `at /srv/my shop/app.ts:4:7`. */
const FRAME = /^at (?:[^(]*\((.+)\)|(?:async )?(.+))$/;
const PLACE = /^(.+):(\d+):\d+$/;
const OWN_ROOT = resolve(__dirname, '../..', __dirname.includes(`${sep}dist${sep}`) ? '../..' : '..');
const OWN_FOLDERS = [join(OWN_ROOT, 'lib'), join(OWN_ROOT, 'dist')].map((folder) => folder + sep);
const LIBRARIES = /[\\/]node_modules[\\/](constructs|cdk8s|cdk8s-plus-\d+|cdk8s-lifecycle)[\\/]/;

/**
 * Finds the line that made the construct which is being made now: the first frame outside this package, cdk8s and
 * constructs; if that lies in node_modules, the first outside too. Undefined where no frame tells. For a program in
 * another language it is that program's line, never one of the kernel's temporary files.
 */
export function callerLocation(): SourceLocation | undefined {
  const frame = hasJsiiHost() ? hostFrame() : nodeFrame();
  return frame && { file: shorten(frame.file), line: frame.line };
}

/** Prints a location as editors understand it: `apps/shop.ts:42`. */
export function printLocation(location: SourceLocation): string {
  return `${location.file}:${location.line}`;
}

function nodeFrame(): Frame | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  const stack = new Error().stack ?? '';
  Error.stackTraceLimit = limit;
  const frames = stack.split('\n').slice(1).flatMap(parseFrame);
  const outside = frames.filter(({ file }) => !isOwn(file));
  return outside.find(({ file }) => !file.includes(`${sep}node_modules${sep}`)) ?? outside[0];
}

function parseFrame(text: string): Frame[] {
  const frame = FRAME.exec(text.trim());
  const place = PLACE.exec(frame?.[1] ?? frame?.[2] ?? '');
  if (place === null) return [];
  const [, url = '', line] = place;
  if (url.startsWith('node:') || url.startsWith('internal')) return [];
  return [{ file: url.startsWith('file://') ? fileURLToPath(url) : url, line: Number(line) }];
}

function isOwn(file: string): boolean {
  return OWN_FOLDERS.some((folder) => file.startsWith(folder)) || LIBRARIES.test(file);
}

function shorten(file: string): string {
  const inside = relative(process.cwd(), file);
  const isInside = !inside.startsWith('..') && !isAbsolute(inside);
  return (isInside ? inside : relative(packageOf(dirname(file)), file)).split(sep).join('/');
}

function packageOf(folder: string): string {
  let root = folder;
  while (!existsSync(join(root, 'package.json')) && dirname(root) !== root) root = dirname(root);
  return root;
}
