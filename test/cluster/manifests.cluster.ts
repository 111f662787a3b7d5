import { admit } from '../../lib/admission';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { isObject, type Json, type JsonObject } from '../../lib/kubernetes/views/json';
import { until } from '../support/until';
import { ControlPlane } from './control-plane';
import { collectionOf, pathOf } from './differential/resources';
import { gatewayApiDefinitions } from './gateway-api';
import { synthesized } from './synthesized';

const gatewayApi = gatewayApiDefinitions();
const isCustom = ({ apiVersion }: JsonObject) => String(apiVersion).startsWith('gateway.networking.k8s.io/');

const namespaceOf = ({ metadata }: JsonObject) => String((isObject(metadata) && metadata.namespace) || 'default');
const nameOf = (manifest: JsonObject) => {
  const name = isObject(manifest.metadata) ? manifest.metadata.name : '';
  return `${manifest.kind} ${namespaceOf(manifest)}/${name}`;
};

describe('every manifest of every app', () => {
  let plane: ControlPlane;
  let manifests: readonly JsonObject[] = [];

  beforeAll(async () => {
    plane = await ControlPlane.start();
    // Without the definitions of the Gateway API its objects cannot be created.
    manifests = (await synthesized()).filter((manifest) => gatewayApi.length > 0 || !isCustom(manifest));
    const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    for (const definition of gatewayApi) await plane.api.post(definitions, definition);
    for (const name of new Set(manifests.map(namespaceOf)))
      await plane.api.post('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    for (const collection of new Set(manifests.filter(isCustom).map((each) => collectionOf(each, 'default'))))
      await until({ what: collection, seconds: 60 }, async () => (await plane.api.get(collection)).status === 200);
  });
  afterAll(() => plane?.stop());

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
    expect(manifests.length).toBeGreaterThan(100);
    expect(problems).toEqual([]);
  });
});

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
