import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '../docs';
import { propertiesOf } from './api';
import { exportsOf } from './exports';
import { mutationScores } from './mutation';
import { renames } from './renames';

const ROOT = resolve(__dirname, '../..');
const MARKED = /<!-- (file|output|props|exports|renames|mutation)(?:: (\S+))? -->\n[\s\S]*?<!-- end -->/g;

const FILL: Readonly<Record<string, (what: string) => string>> = {
  file: (path) => fenced('ts', shown(path)),
  output: (path) => fenced(path.startsWith('docs/constructs') ? 'yaml' : 'text', printed(path)),
  props: propertiesOf,
  exports: exportsOf,
  renames,
  mutation: mutationScores,
};

/** The guides written by hand, with what their examples print and what the code says of props and exports. */
export async function pages(): Promise<readonly Page[]> {
  const inFolder = (folder: string) =>
    readdirSync(join(ROOT, folder)).flatMap((file) => (file.endsWith('.md') ? [`${folder}/${file}`] : []));
  return ['docs/mutation.md', 'docs/upgrade.md', ...inFolder('docs/constructs'), ...inFolder('docs/library')].map(
    (path) => ({
      path,
      text: filled(readFileSync(join(ROOT, path), 'utf8')),
    }),
  );
}

function filled(text: string): string {
  return text.replace(MARKED, (_, kind: string, what?: string) => {
    const mark = what === undefined ? kind : `${kind}: ${what}`;
    return `<!-- ${mark} -->\n${FILL[kind]?.(what ?? '')}\n<!-- end -->`;
  });
}

const fenced = (language: string, text: string) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** An example as a reader would write it: it imports the package, and what it prints is left to the next section. */
function shown(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
    .replaceAll(/'\.\.\/\.\.\/lib(\/[a-z]+)?'/g, "'cdk8s-lifecycle$1'")
    .replace('console.log(app.synthYaml());', 'app.synth();');
}

/** Runs an example, and returns what it prints. */
function printed(path: string): string {
  const lines: string[] = [];
  const { log } = console;
  console.log = (...values) => void lines.push(values.join(' '));
  try {
    require(join(ROOT, path));
  } finally {
    console.log = log;
  }
  if (lines.length === 0) throw new Error(`example '${path}' printed nothing`);
  return lines.join('\n');
}
