import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { DIAGNOSES, type Diagnosis } from '../../lib/diagnosis';
import { DIAGNOSIS_TOPICS } from '../../lib/diagnosis/classes/topics';

const LIB = resolve(__dirname, '../../lib');
const ROOM = join(LIB, 'diagnosis');
const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const textOf = (file: string) => readFileSync(join(ROOM, file), 'utf8');
const IMPORT = /\bfrom '(\.[^']+)'|\bimport\('(\.[^']+)'\)/g;

/** Imports of a file within the room, those of types as well. */
function importsOf(file: string): readonly string[] {
  return [...textOf(file).matchAll(IMPORT)]
    .map((match) => relative(ROOM, resolve(ROOM, dirname(file), match[1] ?? match[2] ?? '')))
    .filter((target) => !target.startsWith('..'))
    .map((target) => `${target}.ts`);
}

test('no file imports itself by way of others, types included', () => {
  const through = new Set<string>();
  const circles: string[] = [];
  function visit(file: string, path: readonly string[]): void {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || through.has(file)) return;
    for (const target of importsOf(file)) visit(target, [...path, file]);
    through.add(file);
  }
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

/** Each part reads those before it alone; what stands in the room itself puts them together. */
const ORDER = ['evidence', 'telling', 'reading', 'classes', '.'];
const partOf = (file: string) => file.split('/').slice(0, -1)[0] ?? '.';

test('evidence, telling, reading and classes read only what comes before them', () => {
  const backward = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => ORDER.indexOf(partOf(target)) > ORDER.indexOf(partOf(file)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(files.map(partOf).filter((part) => !ORDER.includes(part))).toEqual([]);
  expect(backward).toEqual([]);
});

test('no file is longer than 250 lines', () => {
  expect(files.filter((file) => textOf(file).split('\n').length > 250)).toEqual([]);
});

const kebab = (id: string) =>
  id
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(':', '-')
    .toLowerCase();

const fileOf = ({ id, initOf, topic }: Diagnosis) => `classes/${topic}/${kebab(initOf ?? id)}.ts`;

test('each class has a file of its name, in the folder of its topic, and the folders hold nothing else', () => {
  const inFolders = files.filter((file) => /^classes\/[^/]+\//.test(file));
  expect(inFolders.sort()).toEqual([...new Set(DIAGNOSES.map(fileOf))].sort());
  expect([...new Set(inFolders.map((file) => file.split('/')[1]))].sort()).toEqual(
    Object.keys(DIAGNOSIS_TOPICS).sort(),
  );
});

test('outside of its file no code names a class: whoever needs it asks the value', () => {
  // Below, these are words of Kubernetes; and some the status of an object has above as well.
  const above = files.filter((file) => ['.', 'telling'].includes(partOf(file))).map((file) => join(ROOM, file));
  const cli = ['cli/commands/diagnose', 'cli/commands/runbook'].flatMap((folder) =>
    readdirSync(join(LIB, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(LIB, folder, file)),
  );
  const ids = DIAGNOSES.map(({ id }) => id).filter((id) => !['Failed', 'Pending', 'Succeeded', 'Unknown'].includes(id));
  const named = [...above, ...cli].flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const found = ids.filter((id) => new RegExp(`'${id}'|\\^${id}|${id}\\$`).test(text));
    return found.map((id) => `${relative(LIB, file)} names ${id}`);
  });
  expect(named).toEqual([]);
});
