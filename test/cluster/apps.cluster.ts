import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { APPS } from '../../apps/apps';
import { withFolder, write } from '../apps/written';
import { until } from '../support/until';
import { ControlPlane } from './control-plane';

const KUBECTL_MS = 180_000;

/** The Gateway API is no part of a cluster by itself; here its HTTPRoute takes whatever it is given. */
const HTTP_ROUTES = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: 'httproutes.gateway.networking.k8s.io',
    annotations: { 'api-approved.kubernetes.io': 'https://github.com/kubernetes-sigs/gateway-api' },
  },
  spec: {
    group: 'gateway.networking.k8s.io',
    names: { kind: 'HTTPRoute', plural: 'httproutes', singular: 'httproute' },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
};

describe('kubectl apply of the synthesized apps', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start();
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    expect(await plane.api.post(path, HTTP_ROUTES)).toMatchObject({ status: 201 });
    const routes = '/apis/gateway.networking.k8s.io/v1/httproutes';
    await until({ what: 'the HTTPRoutes', seconds: 60 }, async () => (await plane.api.get(routes)).status === 200);
  });

  afterAll(() => plane?.stop());

  const kubectl = (...args: readonly string[]): readonly string[] =>
    execFileSync(plane.kubectl, ['--kubeconfig', plane.kubeconfig, ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: KUBECTL_MS,
    })
      .trim()
      .split('\n');
  const apply = (folder: string) => kubectl('apply', '--validate=strict', '-f', folder);
  const versions = (folder: string) =>
    kubectl(
      'get',
      '-f',
      folder,
      '-o',
      'jsonpath={range .items[*]}{.kind}/{.metadata.uid} {.metadata.resourceVersion}{"\\n"}{end}',
    );

  test.each(APPS.map(({ name, build }) => [name, build] as const))(
    '%s is created as it is, and no object changes when it is applied again',
    (name, build) =>
      withFolder((parent) => {
        const folder = join(parent, name);
        write(build, folder);
        const created = apply(folder);
        expect(created.length).toBeGreaterThan(40);
        expect(created.filter((line) => !line.endsWith(' created'))).toEqual([]);
        const before = versions(folder);
        expect(before.length).toBe(created.length);
        expect(apply(folder).length).toBe(created.length);
        expect(versions(folder)).toEqual(before);
      }),
  );
});
