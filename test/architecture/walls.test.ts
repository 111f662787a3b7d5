import { type Import, importsOf, partOf, readLib, roomOf } from '../../scripts/architecture/imports';
import { ROOMS } from '../../scripts/architecture/rooms';

const files = readLib();
const imports = importsOf(files);
const WALLED = Object.entries(ROOMS).filter(([, { walls }]) => walls !== undefined);

/** The imports within a room that go to the same row, or up. */
function upward(room: string): readonly string[] {
  const { walls = [], hasFilesAnywhere = false } = ROOMS[room] ?? {};
  const heightOf = (part: string) => {
    const row = walls.findIndex((names) => names.includes(part));
    return row >= 0 ? row : hasFilesAnywhere ? undefined : walls.length;
  };
  const isUpward = ({ file, to = '' }: Import) => {
    if (roomOf(file) !== room || roomOf(to) !== room || partOf(file) === partOf(to)) return false;
    const [from, at] = [heightOf(partOf(file)), heightOf(partOf(to))];
    return from !== undefined && at !== undefined && at >= from && from < walls.length;
  };
  return imports.filter(isUpward).map(({ file, to }) => `${file} imports ${to}`);
}

test.each(WALLED.map(([room]) => room))('within %s, imports point down', (room) => {
  expect(upward(room)).toEqual([]);
});

test.each(WALLED)('every folder of %s has its place, and every place a folder or file', (room, { walls = [] }) => {
  const own = [...files.keys()].filter((file) => roomOf(file) === room);
  const folders = new Set(own.filter((file) => file.split('/').length > 2).map(partOf));
  const listed = walls.flat();
  expect([...folders].filter((folder) => !listed.includes(folder))).toEqual([]);
  const parts = new Set(own.map(partOf));
  expect(listed.filter((name) => !parts.has(name))).toEqual([]);
});

/** The folder of a command: `cli/commands/lint`. */
const commandOf = (file = '') => /^cli\/commands\/([^/]+)\//.exec(file)?.[1];

test('commands do not import each other', () => {
  const crossing = imports.filter(({ file, to }) => {
    const [one, other] = [commandOf(file), commandOf(to)];
    return one !== undefined && other !== undefined && one !== other;
  });
  expect(crossing.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
});

test('every command has one shape', () => {
  const commands = [...new Set([...files.keys()].flatMap((file) => commandOf(file) ?? []))];
  expect(commands.length).toBeGreaterThan(5);
  const lacking = commands.flatMap((command) =>
    ['command', 'run', 'print'].map((name) => `cli/commands/${command}/${name}.ts`).filter((file) => !files.has(file)),
  );
  expect(lacking).toEqual([]);
});
