import { admitUpdate } from '../../../lib/admission';
import { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { type JsonObject, objectOf } from '../../../lib/kubernetes/views/json';
import { VERSIONS } from '../components';
import { ControlPlane } from '../control-plane';
import { manifestsOf, record, whileLive } from './live';
import { pathOf } from './resources';
import { ownVerdict, verdictOf } from './verdict';

const isFull = process.env.CLUSTER === 'full';

describe.each(isFull ? VERSIONS : VERSIONS.slice(0, 1))('a live object of kube-apiserver %s', (wanted) => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start({ version: wanted });
  });
  afterAll(() => plane?.stop());

  test('can be put again, as it is and with one more annotation, by the server and by admitUpdate', async () => {
    const version = KubernetesVersion.of(plane.version);
    const objects: JsonObject[] = [];
    const refused: unknown[] = [];
    for (const manifest of manifestsOf(version)) {
      await whileLive(plane.api, manifest, async (live) => {
        objects.push(live);
        for (const again of [live, annotated(live), manifest]) {
          const own = ownVerdict(admitUpdate(live, again, version));
          const isApplied = again === manifest;
          const answer = isApplied ? undefined : await plane.api.put(`${pathOf(live)}?dryRun=All`, again);
          const server = answer && verdictOf(answer);
          if (own.stage !== 'accepted' || (server !== undefined && server.stage !== 'accepted'))
            refused.push({ kind: live.kind, own, server, isApplied });
        }
      });
    }
    if (process.env.RECORD !== undefined) record(String(version), objects);
    expect(refused).toEqual([]);
    expect(new Set(objects.map(({ kind }) => kind)).size).toBeGreaterThan(18);
  });
});

function annotated(live: JsonObject): JsonObject {
  const metadata = objectOf(live.metadata);
  return {
    ...live,
    metadata: { ...metadata, annotations: { ...objectOf(metadata.annotations), 'example.com/x': 'y' } },
  };
}
