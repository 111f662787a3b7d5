import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Score {
  readonly date: string;
  readonly commit: string;
  readonly killed: number;
  readonly survived: number;
  readonly notReached: number;
}

const FOLDER = resolve(__dirname, '../mutation');
const read = (name: string) => JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8'));

/** What `npm run test:mutation` measured last: the sum of each folder, and each file. */
export function mutationScores(): string {
  const scores = Object.entries(read('scores.json') as Readonly<Record<string, Score>>);
  const folders = Object.keys(read('folders.json')).map((folder) => {
    const files = scores.filter(([file]) => file.startsWith(`lib/${folder}/`)).map(([, score]) => score);
    return `| \`lib/${folder}\` | ${files.length} | ${countsOf(files)} |`;
  });
  const files = scores.map(([file, score]) => {
    return `| \`${file}\` | ${countsOf([score])} | ${score.date}, ${score.commit} |`;
  });
  return [
    '| folder | files measured | mutants | killed | survived | not reached | score | of those reached |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...folders,
    '',
    '| file | mutants | killed | survived | not reached | score | of those reached | measured |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...files,
  ].join('\n');
}

function countsOf(scores: readonly Score[]): string {
  const sum = (key: 'killed' | 'survived' | 'notReached') => scores.reduce((total, score) => total + score[key], 0);
  const [killed, survived, notReached] = [sum('killed'), sum('survived'), sum('notReached')];
  const share = (of: number) => (of === 0 ? '' : `${Math.round((100 * killed) / of)}%`);
  const all = killed + survived + notReached;
  return [all, killed, survived, notReached, share(all), share(killed + survived)].join(' | ');
}
