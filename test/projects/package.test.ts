import { run } from '../packing/project';
import { TARBALL, tool } from './project';

test('publint finds nothing', () => {
  expect(run(tool('publint'), ['run', TARBALL, '--strict'], __dirname)).toContain('All good!');
});

test('the types of every entry resolve wherever the entry does', () => {
  run(tool('attw'), [TARBALL, '--exclude-entrypoints', '.jsii', 'testing/vitest'], __dirname);
});

test('the setup file of vitest is an ES module, as vitest is', () => {
  run(tool('attw'), [TARBALL, '--entrypoints', 'testing/vitest', '--profile', 'esm-only'], __dirname);
});
