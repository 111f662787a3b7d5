import { importsOf } from '../../scripts/architecture/imports';
import { pictureOf, reduced, roomImports } from '../../scripts/architecture/picture';

const FILES = new Map([
  ['cli/run.ts', "import { check } from '../check/check';\nimport type { Json } from '../kubernetes/json';"],
  ['check/check.ts', "import { rules } from '../rules';\nimport { parse } from '../kubernetes/json';"],
  ['rules/index.ts', "export { parse } from '../kubernetes/json';"],
  ['kubernetes/json.ts', ''],
]);
const edges = roomImports(importsOf(FILES));

test('a room imports what its files import, types and re-exports included', () => {
  expect([...(edges.get('cli') ?? [])]).toEqual(['check', 'kubernetes']);
  expect([...(edges.get('rules') ?? [])]).toEqual(['kubernetes']);
  expect([...(edges.get('kubernetes') ?? [])]).toEqual([]);
});

test('the picture leaves out what follows from other imports', () => {
  const arrows = pictureOf(reduced(edges))
    .split('\n')
    .filter((line) => line.includes('-->'));
  expect(arrows.map((line) => line.trim())).toEqual(['rules --> kubernetes', 'check --> rules', 'cli --> check']);
});

test('the highest layer is drawn first', () => {
  const rows = [...pictureOf(new Map()).matchAll(/subgraph layer(\d)/g)].map(([, layer]) => Number(layer));
  expect(rows).toEqual([...rows].sort((one, other) => other - one));
  expect(rows).toHaveLength(6);
});
