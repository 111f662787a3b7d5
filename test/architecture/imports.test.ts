import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const LIB = resolve(__dirname, '../../lib');

/** DESIGN: imports point strictly down, and folders of one layer do not import each other. */
const LAYER: Readonly<Record<string, number>> = {
  kubernetes: 0,
  lifecycle: 1,
  workloads: 2,
  rules: 3,
  admission: 3,
  rollout: 3,
  diagnosis: 3,
  check: 4,
  constructs: 5,
  cli: 5,
  testing: 5,
  validation: 5,
};

const TOP = 5;

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?[^;'"]*?from\s+['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/gm;

const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(LIB, file), 'utf8').matchAll(IMPORT)].map((match) => ({
    file,
    target: (match[2] ?? match[3]) as string,
    typeOnly: match[1] !== undefined,
  })),
);

const folderOf = (file: string) => file.split('/')[0] as string;
const isLocal = ({ target }: Import) => target.startsWith('.');
const isBelowTop = ({ file }: Import) => file.includes('/') && (LAYER[folderOf(file)] ?? 0) < TOP;
const show = ({ file, target }: Import) => `${file} imports ${target}`;

test('every folder of lib has its layer', () => {
  const folders = [...new Set(files.filter((file) => file.includes('/')).map(folderOf))];
  expect(folders.filter((folder) => LAYER[folder] === undefined)).toEqual([]);
});

test('imports point strictly down', () => {
  const upward = imports.filter(isLocal).filter((each) => {
    if (!each.file.includes('/')) return false;
    const target = relative(LIB, resolve(LIB, dirname(each.file), each.target));
    if (folderOf(target) === folderOf(each.file)) return false;
    return (LAYER[folderOf(target)] ?? Number.POSITIVE_INFINITY) >= (LAYER[folderOf(each.file)] ?? -1);
  });
  expect(upward.map(show)).toEqual([]);
});

test('below the top layer, cdk8s and constructs are imported as types only, and nothing else at all', () => {
  const outside = imports.filter(isBelowTop).filter((each) => !isLocal(each));
  const forbidden = outside.filter((each) => !(each.typeOnly && ['cdk8s', 'constructs'].includes(each.target)));
  expect(forbidden.map(show)).toEqual([]);
});

test('below the top layer, no file reads clock, chance, process or console', () => {
  const impure = /\b(Date\.now|new Date\(\)|Math\.random|process\.|console\.|setTimeout|setInterval|require\()/;
  const offenders = files
    .filter((file) => file.includes('/') && (LAYER[folderOf(file)] ?? 0) < TOP)
    .filter((file) => impure.test(readFileSync(join(LIB, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
  expect(offenders).toEqual([]);
});
