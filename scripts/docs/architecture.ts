import { importsOf, readLib, roomOf } from '../architecture/imports';
import { pictureOf, reduced, roomImports, roomsOf } from '../architecture/picture';
import { ROOMS, TOP_LAYER } from '../architecture/rooms';
import type { Page } from '../docs';

/** `docs/architecture.md`: the rooms of lib, what each is for, and what they import, read off the sources. */
export async function pages(): Promise<readonly Page[]> {
  return [{ path: 'docs/architecture.md', text: text() }];
}

function text(): string {
  const files = readLib();
  const edges = roomImports(importsOf(files));
  return `# Architecture

Imports point strictly down, and rooms of one layer do not import each other. Below layer ${TOP_LAYER} everything is a pure
function over plain JSON: no clock, no chance, no files, no packages. No file imports itself by way of others.
\`test/architecture\` holds all of it; [CONTRIBUTING.md](../CONTRIBUTING.md) says what a change needs.

An arrow is an import, types included. One that follows from others is left out: \`cli\` imports \`kubernetes\` as well.

\`\`\`mermaid
${pictureOf(reduced(edges))}
\`\`\`

## Rooms

| layer | room | what it is for | files |
| --- | --- | --- | --- |
${layers()
  .flatMap(roomsOf)
  .map((room) => row(room, files))
  .join('\n')}

## Inner walls

Within a room, imports point down as well: from right to left in these lines. What stands together does not import each
other, and files of the room that are not named here are on top${anywhere()}.

${Object.entries(ROOMS)
  .flatMap(([room, { walls }]) => (walls === undefined ? [] : [`- \`${room}\`: ${walls.map(together).join(' < ')}`]))
  .join('\n')}

The commands of \`cli/commands\` do not import each other. Each has \`command.ts\` (its options, for commander), \`run.ts\`
(what it does, as an answer that is printed in one place) and \`print.ts\` (how the answer looks in each format).
`;
}

function layers(): readonly number[] {
  return Array.from({ length: TOP_LAYER + 1 }, (_, layer) => layer);
}

function row(room: string, files: ReadonlyMap<string, string>): string {
  const { layer, purpose } = ROOMS[room] ?? { layer: 0, purpose: '' };
  const own = [...files.keys()].filter((file) => roomOf(file) === room).length;
  return `| ${layer} | \`${room}\` | ${purpose} | ${own} |`;
}

function together(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function anywhere(): string {
  const rooms = Object.keys(ROOMS).filter((room) => ROOMS[room]?.hasFilesAnywhere === true);
  return rooms.length === 0 ? '' : ` (in ${together(rooms)}, at any height)`;
}
