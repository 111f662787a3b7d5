import { circlesIn } from '../../scripts/architecture/circles';
import { importsOf, readLib } from '../../scripts/architecture/imports';

const shown = (files: ReadonlyMap<string, string>) => circlesIn(importsOf(files)).map((circle) => circle.join(' -> '));

test('no file of lib imports itself by way of others, types and re-exports included', () => {
  expect(shown(readLib())).toEqual([]);
});

test('a circle is shown file by file, whatever sort of import closes it', () => {
  const closed = (last: string) =>
    shown(
      new Map([
        ['cli/a.ts', "import { b } from './b';\nimport { d } from './d';"],
        ['cli/b.ts', "export * from './c';"],
        ['cli/c.ts', last],
        ['cli/d.ts', "import { e } from './e';"],
        ['cli/e.ts', ''],
      ]),
    );
  const circle = ['cli/a.ts -> cli/b.ts -> cli/c.ts -> cli/a.ts'];
  expect(closed("import type { A } from './a';")).toEqual(circle);
  expect(closed("export type {\n  A,\n} from '../cli/a';")).toEqual(circle);
  expect(closed("const a = await import('./a');")).toEqual(circle);
  expect(closed("import { e } from './e';")).toEqual([]);
});

test('every circle is found, and a file that imports itself is one', () => {
  const files = new Map([
    ['a.ts', "import './b';"],
    ['b.ts', "import { a } from './a';"],
    ['c.ts', "import { d } from './d';"],
    ['d.ts', "import { c } from './c';"],
    ['e.ts', "import { e } from './e';"],
  ]);
  expect(shown(files).sort()).toEqual(['a.ts -> b.ts -> a.ts', 'c.ts -> d.ts -> c.ts', 'e.ts -> e.ts']);
});
