import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of the package that holds a bundled file; undefined for our own. */
function packageOf(file) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
  return match?.[1];
}

/**
 * The licence texts of every package that a bundle holds.
 *
 * @throws if a package names no licence or carries no text of it
 */
export async function licencesOf(files) {
  const folders = [...new Set(files.map(packageOf).filter((folder) => folder !== undefined))].sort();
  const sections = await Promise.all(folders.map(section));
  return `The command line of cdk8s-lifecycle holds these packages.\n\n${sections.join('\n')}`;
}

async function section(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (license === undefined || file === undefined) throw new Error(`${name} ${version} carries no licence`);
  const text = await readFile(join(folder, file), 'utf8');
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text.trim()}\n`;
}
