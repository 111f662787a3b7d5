import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Score {
  readonly date: string;
  readonly commit: string;
  readonly killed: number;
  readonly survived: number;
  readonly noCoverage: number;
}

const SCORES = resolve(__dirname, '../mutation/scores.json');

/** What `npm run test:mutation` measured last, a row for each folder. */
export function mutationScores(): string {
  const scores = JSON.parse(readFileSync(SCORES, 'utf8')) as Readonly<Record<string, Score>>;
  const rows = Object.entries(scores).map(([folder, { date, commit, killed, survived, noCoverage }]) => {
    const reached = killed + survived;
    const share = (of: number) => `${Math.round((100 * killed) / of)}%`;
    const counts = [reached + noCoverage, killed, survived, noCoverage].join(' | ');
    return `| \`lib/${folder}\` | ${counts} | ${share(reached + noCoverage)} | ${share(reached)} | ${date}, ${commit} |`;
  });
  return [
    '| folder | mutants | killed | survived | not reached | score | of those reached | measured |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...rows,
  ].join('\n');
}
