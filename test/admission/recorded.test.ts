import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { REGRESSIONS, readCases } from '../cluster/differential/regressions';
import { replay } from '../cluster/differential/replay';

/** What real API servers said: a sample of the differential test, and every case about which they once differed. */
const files = existsSync(REGRESSIONS) ? readdirSync(REGRESSIONS).filter((file) => file.endsWith('.jsonl')) : [];

test('there are cases of both ends of the supported range', () => {
  expect(files).toEqual(expect.arrayContaining(['recorded-1.28.jsonl', 'recorded-1.37.jsonl']));
});

test.each(files)('%s: what the API server refused is refused, with the same fields, and nothing else', (file) => {
  const version = KubernetesVersion.of(/-(\d+\.\d+)\.jsonl$/.exec(file)?.[1] ?? '');
  const differing = readCases(join(REGRESSIONS, file)).filter((each) => {
    const difference = replay(each, version);
    return file.startsWith('found') ? difference !== undefined && difference !== 'paths' : difference !== undefined;
  });
  expect(differing.map((each) => JSON.stringify(each))).toEqual([]);
});
