import { type Import, roomOf } from './imports';
import { ROOMS } from './rooms';

/** The rooms that each room imports, by the files of both. */
export function roomImports(imports: readonly Import[]): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = new Map<string, Set<string>>(Object.keys(ROOMS).map((room) => [room, new Set<string>()]));
  for (const { file, to } of imports) {
    const [from, target] = [roomOf(file), to === undefined ? undefined : roomOf(to)];
    if (from !== undefined && target !== undefined && from !== target) edges.get(from)?.add(target);
  }
  return edges;
}

/** The same without the imports that follow from others: what a room reaches through one that it imports is left out. */
export function reduced(edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  const reach = (room: string): ReadonlySet<string> =>
    new Set([...(edges.get(room) ?? [])].flatMap((target) => [target, ...reach(target)]));
  return new Map(
    [...edges].map(([room, targets]) => {
      const beyond = new Set([...targets].flatMap((target) => [...reach(target)]));
      return [room, [...targets].filter((target) => !beyond.has(target)).sort()];
    }),
  );
}

/** The rooms as a Mermaid flowchart, a row for each layer, the highest first. */
export function pictureOf(edges: ReadonlyMap<string, readonly string[]>): string {
  const layers = [...new Set(Object.values(ROOMS).map(({ layer }) => layer))].sort((one, other) => other - one);
  const rows = layers.flatMap((layer) => [
    `  subgraph layer${layer}["layer ${layer}"]`,
    ...roomsOf(layer).map((room) => `    ${room}`),
    '  end',
  ]);
  const arrows = [...edges].flatMap(([room, targets]) => targets.map((target) => `  ${room} --> ${target}`));
  return ['flowchart TB', ...rows, ...arrows].join('\n');
}

/** The rooms of a layer, in the order of the table. */
export function roomsOf(layer: number): readonly string[] {
  return Object.keys(ROOMS).filter((room) => ROOMS[room]?.layer === layer);
}
