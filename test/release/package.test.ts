import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import manifest from '../../package.json';

const ROOT = resolve(__dirname, '../..');
const workflow = readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8');

test('both packages are published in the open, with provenance, from the repository that the package names', () => {
  expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true });
  expect(manifest.repository.url).toBe('git+https://github.com/cdk8s-lifecycle/cdk8s-lifecycle.git');
  // What the script of the second package takes from the first.
  const script = readFileSync(join(ROOT, 'scripts/command-line-package.mjs'), 'utf8');
  for (const field of ['version', 'repository', 'license', 'publishConfig']) {
    expect(script).toMatch(new RegExp(`^const \\{[^}]*\\b${field}\\b[^}]*\\} = JSON\\.parse`, 'm'));
    expect(script).toMatch(new RegExp(`^      ${field},$`, 'm'));
  }
});

test('the workflow may sign and tag, and nothing else', () => {
  expect(workflow).toContain('\npermissions: {}\n');
  expect(workflow.match(/^ {6}[a-z-]+: write/gm)).toEqual(['      contents: write', '      id-token: write']);
  expect(workflow).toContain('run: npm run release\n');
  expect(workflow).toContain('fetch-depth: 0');
});
