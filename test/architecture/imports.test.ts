import { type Import, importsOf, readLib, roomOf } from '../../scripts/architecture/imports';
import { ROOMS, TOP_LAYER } from '../../scripts/architecture/rooms';

const files = readLib();
const imports = importsOf(files);

const layerOf = (file: string) => ROOMS[roomOf(file) ?? '']?.layer;
const isLocal = ({ target }: Import) => target.startsWith('.');
const isBelowTop = (file: string) => (layerOf(file) ?? TOP_LAYER) < TOP_LAYER;
const show = ({ file, target }: Import) => `${file} imports ${target}`;

test('every folder of lib has its layer, and every layer its folder', () => {
  const rooms = new Set([...files.keys()].flatMap((file) => roomOf(file) ?? []));
  expect([...rooms].sort()).toEqual(Object.keys(ROOMS).sort());
});

test('imports point strictly down', () => {
  const upward = imports.filter(({ file, to }) => {
    const layer = layerOf(file);
    if (layer === undefined || to === undefined || roomOf(to) === roomOf(file)) return false;
    return (layerOf(to) ?? Number.POSITIVE_INFINITY) >= layer;
  });
  expect(upward.map(show)).toEqual([]);
});

test('what is imported by its path is a file of lib; the version alone comes from outside', () => {
  const outside = imports.filter((each) => isLocal(each) && each.to === undefined);
  expect(outside.map(show)).toEqual(['cli/frame/version.ts imports ../../../package.json']);
});

test('below the top layer, cdk8s and constructs are imported as types only, and nothing else at all', () => {
  const outside = imports.filter((each) => isBelowTop(each.file) && !isLocal(each));
  const forbidden = outside.filter((each) => !(each.typeOnly && ['cdk8s', 'constructs'].includes(each.target)));
  expect(forbidden.map(show)).toEqual([]);
});

test('below the top layer, no file reads clock, chance, process or console', () => {
  const impure = /\b(Date\.now|new Date\(\)|Math\.random|process\.|console\.|setTimeout|setInterval|require\()/;
  const offenders = [...files].filter(
    ([file, text]) => isBelowTop(file) && impure.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
  );
  expect(offenders.map(([file]) => file)).toEqual([]);
});

test('importing the package loads no rule, and nothing of what checks, admits, simulates or diagnoses', () => {
  const loaded = new Set(['index.ts']);
  for (const file of loaded) {
    for (const { file: from, to, onLoad } of imports) if (from === file && onLoad && to !== undefined) loaded.add(to);
  }
  expect(loaded.has('constructs/zero-downtime-service.ts')).toBe(true);
  const rooms = new Set([...loaded].map(roomOf));
  expect(['rules', 'check', 'admission', 'rollout', 'diagnosis'].filter((room) => rooms.has(room))).toEqual([]);
});

test('a module is loaded late in three places, each of which says why', () => {
  const late = [...files].filter(([, text]) => /\brequire\(/.test(text));
  expect(late.map(([file]) => file).sort()).toEqual([
    'constructs/synth/load-check.ts',
    'testing/runner.ts',
    'validation/lifecycle-validation.ts',
  ]);
});

test('methods of cdk8s are replaced in one place', () => {
  const replaces = /\b(synth|synthYaml|toJson)\s*=(?!=)/;
  const ours = [...files].filter(([file]) => file.startsWith('constructs/'));
  expect(ours.filter(([, text]) => replaces.test(text)).map(([file]) => file)).toEqual([]);
  expect(ours.filter(([, text]) => text.includes('showOwnMethods(object)')).map(([file]) => file)).toEqual([
    'constructs/synth/rebind.ts',
  ]);
});
