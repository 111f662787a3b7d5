/**
 * Writes the names of the time zone database that Kubernetes carries with it (Go's time/tzdata):
 *
 *     node --require ts-node/register scripts/admission/time-zones.ts
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
const version = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
const listing = execFileSync('unzip', ['-Z1', join(root, 'lib/time/zoneinfo.zip')], { encoding: 'utf8' });
const regions = new Map<string, string[]>();
for (const name of listing.split('\n').filter((line) => line !== '' && !line.endsWith('/'))) {
  const slash = name.indexOf('/');
  const region = name.slice(0, Math.max(slash, 0));
  regions.set(region, [...(regions.get(region) ?? []), name.slice(slash + 1)]);
}
const lines = [...regions].map(([region, names]) => `  '${region}': '${names.sort().join(' ')}',`);
writeFileSync(
  resolve(__dirname, '../../lib/admission/workloads/generated/time-zones.ts'),
  [
    `// Written by scripts/admission/time-zones.ts from the time zone database of ${version}.`,
    '/** The names of all time zones, by what stands before their first slash. */',
    'export const TIME_ZONES: Readonly<Record<string, string>> = {',
    ...lines.sort(),
    '};',
    '',
  ].join('\n'),
);
