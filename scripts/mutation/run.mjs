import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Mutation testing, folder by folder (`npm run test:mutation [-- FOLDER...]`): Stryker changes the code of lib in one place at
 * a time, and the tests of that folder have to notice. The figures go to scores.json, of which docs/mutation.md is written.
 */
const FOLDERS = JSON.parse(readFileSync('scripts/mutation/folders.json', 'utf8'));
const SCORES = 'scripts/mutation/scores.json';
const wanted = process.argv.slice(2);
const unknown = wanted.find((folder) => !Object.hasOwn(FOLDERS, folder));
if (unknown !== undefined) throw new Error(`folder '${unknown}' is none of ${Object.keys(FOLDERS).join(', ')}`);

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();

for (const folder of wanted.length > 0 ? wanted : Object.keys(FOLDERS)) {
  execFileSync('node_modules/.bin/stryker', ['run'], { stdio: 'inherit', env: { ...process.env, MUTATE: folder } });
  const { files } = JSON.parse(readFileSync(`coverage/mutation/${folder}.json`, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const score = {
    date: new Date().toISOString().slice(0, 10),
    commit,
    killed: count('Killed', 'Timeout'),
    survived: count('Survived'),
    noCoverage: count('NoCoverage'),
  };
  const scores = { ...JSON.parse(readFileSync(SCORES, 'utf8')), [folder]: score };
  writeFileSync(SCORES, `${JSON.stringify(scores, null, 2)}\n`);
}
