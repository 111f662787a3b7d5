import { until } from '../support/until';
import { ControlPlane } from './control-plane';

describe('a control plane with controllers', () => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await ControlPlane.start({ controllers: ['deployment-controller', 'replicaset-controller'] });
  });
  afterAll(() => plane?.stop());

  test('refuses a pod with the field path of what is wrong', async () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: { containers: [{ name: 'web', image: 'web', ports: [{ containerPort: 70000 }] }] },
    };
    const answer = await plane.api.post('/api/v1/namespaces/default/pods?dryRun=All&fieldValidation=Strict', pod);
    expect(answer).toMatchObject({
      status: 422,
      body: { details: { causes: [{ field: 'spec.containers[0].ports[0].containerPort' }] } },
    });
  });

  test('creates the pods of a Deployment', async () => {
    const labels = { app: 'web' };
    const deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        replicas: 3,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web' }] } },
      },
    };
    expect(await plane.api.post('/apis/apps/v1/namespaces/default/deployments', deployment)).toMatchObject({
      status: 201,
    });
    const podCount = async () => {
      const { body } = await plane.api.get('/api/v1/namespaces/default/pods?labelSelector=app%3Dweb');
      return (body as { items: readonly unknown[] }).items.length;
    };
    await until({ what: 'the 3 pods of the Deployment', seconds: 120 }, async () => (await podCount()) >= 3);
    expect(await podCount()).toBe(3);
  });
});
