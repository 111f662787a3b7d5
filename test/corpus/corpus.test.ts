import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../lib/check/catalogue';
import { CORPUS, hitsIn } from '../../scripts/docs/hits';

const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const textOf = (file: string) => readFileSync(join(CORPUS, file), 'utf8');
const listed = (file: string) =>
  textOf(file)
    .split('\n')
    .filter((line) => line.startsWith('# finds '))
    .sort();

let counted: Awaited<ReturnType<typeof hitsIn>>;
beforeAll(async () => {
  counted = await hitsIn(CORPUS);
});

const foundIn = (file: string) => counted.found.filter((each) => each.file === file).map(({ finding }) => finding);

test.each(files)('%s: the findings are those that it lists', (file) => {
  const lines = foundIn(file).map(({ rule, object, path }) => `# finds ${rule}: ${object.kind} ${object.name} ${path}`);
  expect(lines.sort()).toEqual(listed(file));
  expect(textOf(file)).toMatch(/^# [A-Z].+[.]\n/);
});

test('our admission accepts all but the refused', () => {
  const refused = counted.found.flatMap(({ file, finding }) => (finding.rule === 'admitted' ? [file] : []));
  expect([...new Set(refused)].sort()).toEqual(files.filter((file) => file.startsWith('refused/')).sort());
});

test('nothing in it is unreadable, and the README counts it', () => {
  const documents = files.flatMap((file) => textOf(file).match(/^kind: /gm) ?? []);
  expect(counted.hits.objects).toBe(documents.length);
  const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
  expect(readme).toContain(`${files.length} files of ${documents.length} objects`);
  for (const folder of readdirSync(CORPUS)) expect(readme).toContain(`\`${folder}\``);
});

test('it has something to say on every rule that a set of manifests alone can break', () => {
  const silent = CATALOGUE.map(({ id }) => id).filter((id) => counted.hits.rules[id]?.fired === 0);
  // They are about acknowledgements, a list of registries, and the objects that stand before an update.
  const needMore = ['acknowledgement-is-valid', 'private-image-has-pull-secret', 'update-is-admitted'];
  expect(silent.filter((id) => !needMore.includes(id))).toEqual([]);
});
