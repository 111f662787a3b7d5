import { readLib } from '../../scripts/architecture/imports';

// The kinds of the API have names of their own: what is generated from it repeats them.
const GENERATED = '/generated/';
/** What every command exports under the same name: each is the part of its command. */
const OF_COMMANDS = ['FORMATS', 'print', 'register', 'run', 'toText'];

const EXPORTED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|function\*?|class|interface|type|enum) (\w+)/gm;

const files = [...readLib()].filter(([file]) => !file.includes(GENERATED));
const definitions = files.flatMap(([file, text]) =>
  [...text.matchAll(EXPORTED)].map(([, name = '']) => ({ name, file })),
);
const byName = new Map<string, string[]>();
for (const { name, file } of definitions) byName.set(name, [...(byName.get(name) ?? []), file]);

const isShared = (name: string, places: ReadonlySet<string>) =>
  OF_COMMANDS.includes(name) && [...places].every((file) => file.startsWith('cli/commands/'));

test('no exported name is defined twice: whoever reads it knows what it means', () => {
  expect(definitions.length).toBeGreaterThan(1000);
  const twice = [...byName].filter(([name, all]) => {
    const places = new Set(all);
    return places.size > 1 && !isShared(name, places);
  });
  expect(twice.map(([name, all]) => `${name}: ${all.join(', ')}`)).toEqual([]);
});
