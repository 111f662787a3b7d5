/**
 * Prints what one rule finds in our own manifests or, to try a rule on others, in a folder whose folders are one set each:
 * `npm run docs:hits -- RULE [FOLDER]`. The table of docs/rules is written by `npm run docs`.
 */
import { describeRef } from '../lib/kubernetes/views/manifest';
import { CORPUS, hitsIn } from './docs/hits';

async function main(rule: string | undefined, folder: string): Promise<void> {
  const { hits, found } = await hitsIn(folder);
  const counts = rule === undefined ? undefined : hits.rules[rule];
  if (counts === undefined)
    throw new Error(`rule '${rule ?? ''}' is not in the catalogue: name one of docs/rules/README.md`);
  for (const { file, finding } of found.filter((each) => each.finding.rule === rule)) {
    const { severity, object, path, message } = finding;
    console.log(`${file}\n  ${severity} ${describeRef(object)} ${path}\n  ${message}`);
  }
  console.log(`${rule} fired on ${counts.fired} of the ${counts.lookedAt} objects it looked at`);
}

const [rule, folder = CORPUS] = process.argv.slice(2);
void main(rule, folder);
