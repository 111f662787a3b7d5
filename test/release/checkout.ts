import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { git } from '../../scripts/release/git';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Writes files into a checkout. */
export function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

/** Commits all of it. */
export function commit(root: string): void {
  git(root, 'add', '--all');
  git(
    root,
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '--quiet',
    '--message',
    'test: state',
  );
}

/** A git repository of its own with one commit of these files; it is gone after the tests of the file. */
export function checkout(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-checkout-'));
  folders.push(root);
  git(root, 'init', '--quiet', '--initial-branch', 'main');
  write(root, files);
  commit(root);
  return root;
}

/** The front matter of a changeset of the package `widget`. */
export const changeset = (size: string, text: string) => `---\n'widget': ${size}\n---\n\n${text}\n`;
