import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { admit, admitUpdate } from '../../lib/admission';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { type JsonObject, objectOf } from '../../lib/kubernetes/views/json';
import { ownVerdict, type Verdict } from '../cluster/differential/verdict';

/** Objects with what a real API server said of them; without them there is nothing to show here. */
const CORPUS = resolve(__dirname, '../../../shared/corpus/admission');
const isThere = existsSync(CORPUS);

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

(isThere ? describe : describe.skip)('a real API server and admit agree about', () => {
  const names = isThere ? readdirSync(CORPUS).filter((name) => name.endsWith('.json')) : [];
  test.each(names)('%s', (name) => {
    const found = JSON.parse(readFileSync(join(CORPUS, name), 'utf8')) as Case;
    const answers = Object.entries(found.emulated ?? { [found.version]: found });
    for (const [version, { server }] of answers) {
      const { stage, paths } = own(name, found, version);
      expect({ version, stage, paths }).toEqual({ version, stage: server.stage, paths: server.paths });
    }
  });
});
