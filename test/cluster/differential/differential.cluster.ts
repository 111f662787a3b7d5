import { isDeepStrictEqual } from 'node:util';
import { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { VERSIONS } from '../components';
import { ControlPlane, type ControlPlaneOptions } from '../control-plane';
import { seedOr } from '../seed';
import { BASES } from './bases';
import { type Disagreement, type Run, run } from './differential';
import { realManifests } from './real-manifests';
import { addCases } from './regressions';

const isFull = process.env.CLUSTER === 'full';
const seed = seedOr(20261123);

/** At most this share of what both reject may be rejected with other field paths. */
const MOST_OTHER_PATHS = 0.01;

/** The newest server says for one version in the middle what it would have said; the oldest is a server of its own. */
const [NEWEST, ...OLDER] = VERSIONS;
const MIDDLE = '1.34';
const SERVERS: ReadonlyArray<readonly [string, ControlPlaneOptions]> = [
  [NEWEST, { version: NEWEST }],
  [`${NEWEST} as ${MIDDLE}`, { version: NEWEST, emulated: MIDDLE }],
  ...(isFull ? OLDER.map((version) => [version, { version }] as const) : []),
];

describe.each(SERVERS)('kube-apiserver %s and admit', (_, options) => {
  let plane: ControlPlane;
  let result: Run;

  beforeAll(async () => {
    plane = await ControlPlane.start(options);
    const version = KubernetesVersion.of(plane.version);
    process.stdout.write(`differential test against ${version}: SEED=${seed}\n`);
    const size = isFull ? { perKind: 700, everyLeaf: 1 } : { perKind: 150, everyLeaf: 10 };
    const kinds = Object.keys(BASES);
    result = await run(plane.api, { version, seed, ...size, kinds, more: await realManifests(), parallel: 8 });
    const found = result.disagreements.filter(({ difference }) => difference !== 'paths');
    if (found.length > 0) addCases('found', String(version), found);
  });
  afterAll(() => plane?.stop());

  test('accept and reject the same objects', () => {
    expect(result.disagreements.filter(({ difference }) => difference !== 'paths').map(describeOne)).toEqual([]);
  });

  test('name the same fields', () => {
    const compared = sum([...result.tallies.values()].map((each) => each.compared));
    const other = result.disagreements
      .filter(({ difference }) => difference === 'paths')
      .filter((each) => options.emulated === undefined || !isOfNewerCode(each));
    expect(other.length > compared * MOST_OTHER_PATHS ? other.map(describeOne) : []).toEqual([]);
  });

  test('are asked about objects of which neither nearly all nor hardly any are valid', () => {
    // Until 1.33 nothing looked at the pods of a StatefulSet.
    const shares = [...result.tallies.values()]
      .filter(({ kind }) => kind !== 'apps/v1/StatefulSet' || Number(plane.version.split('.')[1]) > 33)
      .map(({ kind, editedRejected, edited }) => ({ kind, share: editedRejected / edited }));
    expect(shares.filter(({ share }) => share < 0.2 || share > 0.85)).toEqual([]);
  });
});

function describeOne({ difference, kind, edits, server, own }: Disagreement): string {
  return `${difference} of ${kind} with ${JSON.stringify(edits)}\n  server: ${server.message}\n  admit: ${own.message}`;
}

/** A server that emulates an older version numbers owner references, as its own code does; the older version's code did not. */
function isOfNewerCode({ server, own }: Disagreement): boolean {
  const unnumbered = server.paths.map((path) => path.replace(/ownerReferences\[\d+\]/, 'ownerReferences'));
  return isDeepStrictEqual([...new Set(unnumbered)].sort(), [...new Set(own.paths)].sort());
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
