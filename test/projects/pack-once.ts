import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, ROOT, run } from '../packing/project';

/** The package managers beside npm, and what judges the package as a whole. */
const TOOLS = {
  '@arethetypeswrong/cli': '0.18.5',
  '@yarnpkg/cli-dist': '4.18.1',
  pnpm: '12.4.2',
  publint: '0.3.25',
};

/** Packs this package and installs the tools, once for all test files. */
export default function packOnce(): void {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-projects-'));
  const tools = join(folder, 'tools');
  mkdirSync(tools);
  writeFileSync(join(tools, 'package.json'), JSON.stringify({ private: true, dependencies: TOOLS }));
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], tools);
  process.env.PROJECTS_FOLDER = folder;
  process.env.PACKED_PACKAGE = pack(ROOT, folder);
}
