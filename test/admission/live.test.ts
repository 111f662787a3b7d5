import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { admitUpdate } from '../../lib/admission';
import { KINDS } from '../../lib/admission/kinds';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { type JsonObject, objectOf } from '../../lib/kubernetes/views/json';
import { manifestsOf, recorded } from '../cluster/differential/live';

/** What real API servers gave back of objects that they had created; written by the cluster tests with RECORD=1. */
const versions = readdirSync(join(__dirname, 'live')).map((file) => file.replace('.jsonl', ''));
const kindOf = ({ apiVersion, kind }: JsonObject) => `${String(apiVersion)}/${String(kind)}`;

describe.each(versions)('a live object of %s', (text) => {
  const version = KubernetesVersion.of(text);
  const objects = recorded(text);
  const named = objects.map((live, index) => [`${kindOf(live)} ${index}`, live] as const);

  test('is there of every kind', () => {
    expect([...new Set(objects.map(kindOf))].sort()).toEqual(Object.keys(KINDS).sort());
  });

  test.each(named)('%s is accepted when it is put again', (_, live) => {
    expect(admitUpdate(live, live, version)).toEqual([]);
  });

  test.each(named)('%s is accepted with one more annotation and label', (_, live) => {
    const metadata = objectOf(live.metadata);
    const more = { 'example.com/x': 'y' };
    const again = {
      ...live,
      metadata: {
        ...metadata,
        annotations: { ...objectOf(metadata.annotations), ...more },
        labels: { ...objectOf(metadata.labels), ...more },
      },
    };
    expect(admitUpdate(live, again, version)).toEqual([]);
  });

  test('takes the manifest that it was made of', () => {
    const manifests = manifestsOf(version);
    const refused = objects.flatMap((live, index) => admitUpdate(live, manifests[index] ?? {}, version));
    expect(refused).toEqual([]);
  });
});
