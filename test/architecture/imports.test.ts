import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  plus: 5,
  testing: 5,
  validation: 5,
};

const TOP = 5;

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
  /** Whether the target is loaded as soon as the file is. */
  readonly onLoad: boolean;
}

const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?[^;'"]*?from\s+['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/gm;

const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(LIB, file), 'utf8').matchAll(IMPORT)].map((match) => ({
    file,
    target: (match[2] ?? match[3]) as string,
    typeOnly: match[1] !== undefined,
    onLoad: match[2] !== undefined && match[1] === undefined,
  })),
);

const folderOf = (file: string) => file.split('/')[0] as string;
const isLocal = ({ target }: Import) => target.startsWith('.');
const targetFile = ({ file, target }: Import) => {
  const path = join(dirname(file), target);
  return existsSync(join(LIB, `${path}.ts`)) ? `${path}.ts` : join(path, 'index.ts');
};
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

test('importing the package loads no rule, and nothing of what checks, admits, simulates or diagnoses', () => {
  const loaded = new Set(['index.ts']);
  for (const file of loaded) {
    for (const each of imports) if (each.file === file && each.onLoad && isLocal(each)) loaded.add(targetFile(each));
  }
  expect(loaded.has('constructs/zero-downtime-service.ts')).toBe(true);
  const folders = new Set([...loaded].map(folderOf));
  expect(['rules', 'check', 'admission', 'rollout', 'diagnosis'].filter((folder) => folders.has(folder))).toEqual([]);
});

test('a module is loaded late in three places, each of which says why', () => {
  const late = files.filter((file) => /\brequire\(/.test(readFileSync(join(LIB, file), 'utf8')));
  expect(late.sort()).toEqual([
    'constructs/synth/load-check.ts',
    'testing/runner.ts',
    'validation/lifecycle-validation.ts',
  ]);
});

test('methods of cdk8s are replaced in one place', () => {
  const replaces = /\b(synth|synthYaml|toJson)\s*=(?!=)/;
  const offenders = files.filter((file) => file.startsWith('constructs/'));
  expect(offenders.filter((file) => replaces.test(readFileSync(join(LIB, file), 'utf8')))).toEqual([]);
  expect(offenders.filter((file) => readFileSync(join(LIB, file), 'utf8').includes('showOwnMethods(object)'))).toEqual([
    'constructs/synth/rebind.ts',
  ]);
});
