import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { admit, admitUpdate } from '../../lib/admission';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { type JsonObject, objectOf } from '../../lib/kubernetes/views/json';
import { ownVerdict, type Verdict } from '../cluster/differential/verdict';
import { describeShared } from '../support/shared';

interface Answered {
  readonly server: Pick<Verdict, 'stage' | 'paths'>;
}

interface Case extends Answered {
  readonly version: string;
  /** Text where the object is too large to be written down. */
  readonly object: JsonObject | string;
  readonly old?: JsonObject;
  /** A live object, which was put again with one more annotation. */
  readonly live?: JsonObject;
  /** What servers of these versions said, instead of one of `version`. */
  readonly emulated?: Readonly<Record<string, Answered>>;
}

const TOO_LARGE = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'web' },
  data: { a: 'x'.repeat(1_048_577) },
};

/** What the cluster knew of a claim, which the files leave out: they differ in nothing else. */
const STATUS: Readonly<Record<string, JsonObject>> = {
  'update-claim-shrink-above-capacity.json': { phase: 'Bound', capacity: { storage: '10Gi' } },
  'update-claim-shrink-unbound.json': { phase: 'Pending' },
};

function own(name: string, { old, object, live }: Case, version: string): Verdict {
  const target = KubernetesVersion.of(version);
  if (live !== undefined) return ownVerdict(admitUpdate(live, annotated(live), target));
  const manifest = typeof object === 'string' ? TOO_LARGE : object;
  if (old === undefined) return ownVerdict(admit(manifest, target));
  return ownVerdict(admitUpdate({ ...old, ...(STATUS[name] && { status: STATUS[name] }) }, manifest, target));
}

function annotated(live: JsonObject): JsonObject {
  const metadata = objectOf(live.metadata);
  return {
    ...live,
    metadata: { ...metadata, annotations: { ...objectOf(metadata.annotations), 'example.com/x': 'y' } },
  };
}

// Objects, with what a real API server said of them.
describeShared('corpus/admission', (folder) => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  test.each(names)('the server and admit agree about %s', (name) => {
    const found = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case;
    const answers = Object.entries(found.emulated ?? { [found.version]: found });
    for (const [version, { server }] of answers) {
      const { stage, paths } = own(name, found, version);
      expect({ version, stage, paths }).toEqual({ version, stage: server.stage, paths: server.paths });
    }
  });
});
