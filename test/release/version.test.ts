import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announced, mayBreak, sizeBetween } from '../../scripts/release/changesets';
import { obstacles } from '../../scripts/release/checks';
import { git } from '../../scripts/release/git';
import { raise } from '../../scripts/release/version';
import { changeset, checkout, commit, write } from './checkout';

const CONFIG = readFileSync(join(__dirname, '../../.changeset/config.json'), 'utf8');
const lock = {
  name: 'widget',
  version: '0.1.0',
  lockfileVersion: 3,
  packages: { '': { name: 'widget', version: '0.1.0' } },
};

const started = () =>
  checkout({
    'package.json': JSON.stringify({ name: 'widget', version: '0.1.0' }),
    'package-lock.json': JSON.stringify(lock),
    'CHANGELOG.md': '# Changelog\n\n## 0.1.0 (unreleased)\n\n- The first.\n',
    '.changeset/config.json': CONFIG,
    '.changeset/README.md': 'How to.\n',
  });
const changelogOf = (root: string) => readFileSync(join(root, 'CHANGELOG.md'), 'utf8');

test('each obstacle is told with what to do, and none is left after the version was made and committed', () => {
  const root = started();
  expect(obstacles(root)).toEqual([
    "CHANGELOG.md calls 0.1.0 unreleased: run 'npm run release:version', which dates it",
  ]);
  expect(raise(root, '2026-12-01')).toBe('0.1.0');
  expect(changelogOf(root)).toContain('## 0.1.0 (2026-12-01)\n');
  expect(obstacles(root)).toEqual(['the checkout has changes: commit them, or put them aside']);
  commit(root);
  expect(obstacles(root)).toEqual([]);
});

test('after a release the changesets make the next version and its changelog, for package and lock file alike', () => {
  const root = started();
  raise(root, '2026-12-01');
  commit(root);
  git(root, 'tag', 'v0.1.0');
  write(root, { '.changeset/one.md': changeset('minor', '**Breaking:** sizes are gone.') });
  commit(root);
  expect(announced(root)).toEqual(['minor']);
  expect(obstacles(root)).toEqual([
    "tag 'v0.1.0' exists: add a changeset, and run 'npm run release:version'",
    "1 changeset waits: run 'npm run release:version'",
  ]);

  expect(raise(root, '2027-01-15')).toBe('0.2.0');
  expect(changelogOf(root)).toMatch(
    /^# Changelog\n\n## 0\.2\.0 \(2027-01-15\)\n\n[\s\S]*\*\*Breaking:\*\* sizes are gone\.\n\n## 0\.1\.0 \(2026-12-01\)\n/,
  );
  expect(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).toMatchObject({
    version: '0.2.0',
    packages: { '': { version: '0.2.0' } },
  });
  commit(root);
  expect(obstacles(root)).toEqual([]);
});

test('a version without its heading in the changelog is an obstacle', () => {
  const root = started();
  write(root, { 'CHANGELOG.md': '# Changelog\n\n## 0.1.01\n' });
  commit(root);
  expect(obstacles(root)).toEqual(["CHANGELOG.md has no heading '## 0.1.0': write what is new for users"]);
});

test('below 1.0 a minor version may break, from 1.0 on a major one alone', () => {
  expect(sizeBetween('0.1.0', '0.2.0')).toBe('minor');
  expect(sizeBetween('0.1.0', '0.1.1')).toBe('patch');
  expect(sizeBetween('1.4.2', '2.0.0')).toBe('major');
  expect(sizeBetween('0.1.0', '0.1.0')).toBeUndefined();
  expect(mayBreak('0.1.0', 'minor')).toBe(true);
  expect(mayBreak('0.1.0', 'patch')).toBe(false);
  expect(mayBreak('1.0.0', 'minor')).toBe(false);
  expect(mayBreak('1.0.0', 'major')).toBe(true);
});
