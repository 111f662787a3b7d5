import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Mutation testing (`npm run test:mutation [-- FOLDER|FILE...]`): Stryker changes the code of lib in one place at a time, and
 * the tests that mirror the folder have to notice. The figures of each file go to scores.json, of which docs/mutation.md is written.
 */
const FOLDERS = Object.keys(JSON.parse(readFileSync('scripts/mutation/folders.json', 'utf8')));
const SCORES = 'scripts/mutation/scores.json';

const wanted = process.argv.slice(2).map((arg) => (FOLDERS.includes(arg) ? `lib/${arg}/**/*.ts` : arg));
const patterns = wanted.length > 0 ? wanted : FOLDERS.map((folder) => `lib/${folder}/**/*.ts`);
const folderOf = (pattern) => FOLDERS.find((folder) => pattern.startsWith(`lib/${folder}/`));
const strange = patterns.find((pattern) => folderOf(pattern) === undefined);
if (strange !== undefined) throw new Error(`'${strange}' is none of ${FOLDERS.join(', ')}, and no file in one of them`);

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const date = new Date().toISOString().slice(0, 10);

for (const folder of new Set(patterns.map(folderOf))) {
  const mutate = patterns.filter((pattern) => folderOf(pattern) === folder).join(',');
  const env = { ...process.env, MUTATE: folder };
  execFileSync('node_modules/.bin/stryker', ['run', '--mutate', mutate], { stdio: 'inherit', env });
  const { files } = JSON.parse(readFileSync(`coverage/mutation/${folder}.json`, 'utf8'));
  const scores = JSON.parse(readFileSync(SCORES, 'utf8'));
  for (const [file, { mutants }] of Object.entries(files)) {
    const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
    scores[file] = {
      date,
      commit,
      killed: count('Killed', 'Timeout'),
      survived: count('Survived'),
      notReached: count('NoCoverage'),
    };
  }
  const sorted = Object.fromEntries(Object.entries(scores).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(SCORES, `${JSON.stringify(sorted, null, 2)}\n`);
}
