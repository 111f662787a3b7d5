import { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { VERSIONS } from '../components';
import { ControlPlane } from '../control-plane';
import { seedOr } from '../seed';
import { BASES } from './bases';
import { runUpdates, type UpdateDisagreement } from './updates';

const isFull = process.env.CLUSTER === 'full';
const seed = seedOr(20261125);

describe.each(isFull ? VERSIONS : VERSIONS.slice(0, 1))('kube-apiserver %s and admitUpdate', (wanted) => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start({ version: wanted });
  });
  afterAll(() => plane?.stop());

  test.each(Object.keys(BASES))('accept and refuse the same updates of %s', async (kind) => {
    const version = KubernetesVersion.of(plane.version);
    const { disagreements } = await runUpdates(plane.api, version, kind, isFull ? 300 : 25, seed);
    const others = disagreements.filter(({ difference }) => difference !== 'paths').filter((each) => !isDryRun(each));
    expect(others.map(describeOne)).toEqual([]);
  });
});

/** A dry run of an update allocates no node ports, so that it lets one through that is out of range. */
function isDryRun({ own }: UpdateDisagreement): boolean {
  return own.paths.length === 1 && /\.nodePort$/.test(own.paths[0] ?? '');
}

function describeOne({ difference, old, manifest, server, own }: UpdateDisagreement): string {
  return `${difference}\n  old: ${JSON.stringify(old)}\n  new: ${JSON.stringify(manifest)}\n  server: ${server.message}\n  admitUpdate: ${own.message}`;
}
