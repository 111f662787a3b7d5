import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { admit } from '../../lib/admission';
import { isObject, type Json, type JsonObject } from '../../lib/kubernetes/json';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { ControlPlane } from './control-plane';
import { manifestsIn } from './differential/real-manifests';
import { collectionOf, pathOf } from './differential/resources';
import { gatewayApiDefinitions } from './gateway-api';

const MANIFESTS = resolve(__dirname, '../../dist/manifests');
const synthesized = existsSync(MANIFESTS) ? manifestsIn(MANIFESTS) : [];
const gatewayApi = gatewayApiDefinitions();
const isCustom = ({ apiVersion }: JsonObject) => String(apiVersion).startsWith('gateway.networking.k8s.io/');
const manifests = synthesized.filter((manifest) => gatewayApi.length > 0 || !isCustom(manifest));

const namespaceOf = ({ metadata }: JsonObject) => String((isObject(metadata) && metadata.namespace) || 'default');
const nameOf = (manifest: JsonObject) => {
  const name = isObject(manifest.metadata) ? manifest.metadata.name : '';
  return `${manifest.kind} ${namespaceOf(manifest)}/${name}`;
};

describe('every manifest of every app', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start();
    const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    for (const definition of gatewayApi) await plane.api.post(definitions, definition);
    for (const name of new Set(manifests.map(namespaceOf)))
      await plane.api.post('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    await established(plane);
  });
  afterAll(() => plane?.stop());

  test('is there: npm run synth has written them', () => {
    expect(manifests.length).toBeGreaterThan(0);
  });

  test('is accepted, first as a dry run, then truly, and read back with nothing dropped', async () => {
    const problems: string[] = [];
    const version = KubernetesVersion.of(plane.version);
    for (const manifest of manifests) {
      const own = admit(manifest, version);
      if (own.length > 0) problems.push(`${nameOf(manifest)}: admit refuses it: ${own[0]?.message}`);
      const collection = collectionOf(manifest, namespaceOf(manifest));
      const dry = await plane.api.post(`${collection}?dryRun=All&fieldValidation=Strict`, manifest);
      const real = await plane.api.post(`${collection}?fieldValidation=Strict`, manifest);
      // Two apps may hold the same object.
      if (real.status === 409 && dry.status === 409) continue;
      if (dry.status >= 300) problems.push(`${nameOf(manifest)}: a dry run is refused: ${JSON.stringify(dry.body)}`);
      if (real.status >= 300) problems.push(`${nameOf(manifest)}: is refused: ${JSON.stringify(real.body)}`);
      const { body } = await plane.api.get(pathOf(manifest, namespaceOf(manifest)));
      for (const path of droppedFrom(manifest, body as Json)) problems.push(`${nameOf(manifest)}: ${path} was dropped`);
    }
    expect(problems).toEqual([]);
  });
});

/** A custom resource can be created once its definition is established. */
async function established({ api }: ControlPlane): Promise<void> {
  const kinds = new Set(manifests.filter(isCustom).map((manifest) => collectionOf(manifest, 'default')));
  for (const collection of kinds) {
    for (let attempt = 0; attempt < 100 && (await api.get(collection)).status !== 200; attempt++)
      await new Promise((resolveWait) => setTimeout(resolveWait, 100));
  }
}

/** The paths of what was written and is not there; what is there beside it are defaults. */
function droppedFrom(written: Json | undefined, read: Json | undefined, path = ''): readonly string[] {
  if (written === undefined || written === null) return [];
  if (isObject(written)) {
    const there = isObject(read) ? read : {};
    return Object.entries(written).flatMap(([key, value]) =>
      droppedFrom(value, there[key], path === '' ? key : `${path}.${key}`),
    );
  }
  if (Array.isArray(written)) {
    const there = Array.isArray(read) ? read : [];
    return (written as readonly Json[]).flatMap((item, index) =>
      droppedFrom(item, there[index] as Json, `${path}[${index}]`),
    );
  }
  // A quantity comes back as Kubernetes writes it, a zero or false value not at all.
  return read === undefined && written !== 0 && written !== false && written !== '' ? [path] : [];
}
