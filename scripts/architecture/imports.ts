import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

const LIB = resolve(__dirname, '../../lib');
const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^;'"]*?from\s+)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** One import of a file of lib: a static one (types included), a re-export, or one that is loaded later. */
export interface Import {
  /** From lib on: `cli/main.ts`. */
  readonly file: string;
  /** As it is written. */
  readonly target: string;
  /** The file of lib that is meant; undefined for packages, modules of Node and data. */
  readonly to: string | undefined;
  readonly typeOnly: boolean;
  /** Whether the target is loaded as soon as the file is. */
  readonly onLoad: boolean;
}

/** The files of lib, sorted, with their text. */
export function readLib(): ReadonlyMap<string, string> {
  const names = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return new Map(
    names
      .map((name) => name.replaceAll('\\', '/'))
      .sort()
      .map((file) => [file, readFileSync(join(LIB, file), 'utf8')]),
  );
}

/** Every import of every file. */
export function importsOf(files: ReadonlyMap<string, string>): readonly Import[] {
  return [...files].flatMap(([file, text]) =>
    [...text.matchAll(IMPORT)].map(([, type, from, later]) => {
      const target = from ?? later ?? '';
      const path = posix.join(posix.dirname(file), target);
      const to = target.startsWith('.')
        ? [`${path}.ts`, `${path}/index.ts`, `${path}.d.ts`].find((each) => files.has(each))
        : undefined;
      return { file, target, to, typeOnly: type !== undefined, onLoad: from !== undefined && type === undefined };
    }),
  );
}

/** The room of a file; the files of lib itself are in none. */
export function roomOf(file: string): string | undefined {
  const [room, rest] = file.split('/');
  return rest === undefined ? undefined : room;
}

/** What a file belongs to within its room: a folder, or the file itself without its `.ts`. */
export function partOf(file: string): string {
  return (file.split('/')[1] ?? '').replace(/\.ts$/, '');
}
