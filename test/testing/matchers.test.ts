import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { lifecycleMatchers } from '../../lib/testing';

const deployment = (image: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image, ports: [{ containerPort: 8080 }] }] },
    },
  },
});
const WEB = deployment('example.com/web:1.0.0');
const only = ['prestop-exists', 'image-is-pinned'];

const messageOf = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it passed');
};

describe('toPassLint', () => {
  test('tells rule, object, path, message and fix', () => {
    const message = messageOf(() => expect([WEB]).toPassLint({ only }));
    expect(message).toContain('expected no finding at or above warning, and there is 1:');
    expect(message).toContain('  warning prestop-exists at Deployment shop/web, spec.template.spec.containers[0]\n');
    expect(message).toContain('    container "web" serves requests');
    expect(message).toContain('    Add `lifecycle.preStop');
  });

  test('passes what is clean, and what is below failOn', () => {
    expect({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }).toPassLint();
    expect(WEB).toPassLint({ only, failOn: 'error' });
    expect(messageOf(() => expect(WEB).not.toPassLint({ only, failOn: 'error' }))).toContain('there are none');
  });

  test('passes what is acknowledged', () => {
    const annotations = { 'cdk8s-lifecycle/acknowledge.prestop-exists': 'batch only' };
    expect({ ...WEB, metadata: { ...WEB.metadata, annotations } }).toPassLint({ only });
  });

  test('takes an App, and a Chart within its App', () => {
    const app = new App();
    const [web, other] = [new Chart(app, 'web'), new Chart(app, 'other')];
    new ApiObject(web, 'deployment', WEB);
    const service = new ApiObject(other, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'other', namespace: 'shop' },
    });
    service.addJsonPatch();
    expect(app).toPassLint({ only });
    expect(web).toPassLint({ only });
    expect(Testing.synth(web)).toBreakRule('prestop-exists');
    expect(other).toPassLint({ only });
  });

  test('says what it takes', () => {
    expect(messageOf(() => expect('kind: A').toPassLint())).toContain('expected a cdk8s App or Chart, or manifests');
  });

  test('an unknown rule tells what was meant', () => {
    expect(messageOf(() => expect(WEB).toPassLint({ except: ['prestop-exist'] }))).toContain(
      'unknown rule "prestop-exist"; did you mean "prestop-exists"?',
    );
  });
});

describe('toBreakRule', () => {
  test('passes where the rule finds something, there', () => {
    expect(WEB).toBreakRule('prestop-exists');
    expect(WEB).toBreakRule('prestop-exists', { object: 'Deployment shop/web', times: 1 });
    expect(WEB).not.toBreakRule('prestop-exists', { path: 'spec' });
    expect(WEB).not.toBreakRule('image-is-pinned');
    expect(deployment('web')).toBreakRule('image-is-pinned');
  });

  test('passes where another finding tells the same, of which toPassLint shows the one', () => {
    const plain = deployment('web:1');
    const served = { ...plain, spec: { ...plain.spec, replicas: 2, strategy: { type: 'Recreate' } } };
    expect(served).toBreakRule('rollout-loses-nothing');
    const only = ['rollout-loses-nothing', 'strategy-is-rolling'];
    const message = messageOf(() => expect(served).toPassLint({ only }));
    expect(message).toContain('and there is 1:\n\n  error strategy-is-rolling at');
  });

  test('tells what it wanted, and what the rule finds elsewhere', () => {
    const message = messageOf(() => expect(WEB).toBreakRule('prestop-exists', { path: 'spec' }));
    expect(message).toContain('expected a finding of prestop-exists, spec, and there is none');
    expect(message).toContain('prestop-exists at Deployment shop/web, spec.template.spec.containers[0]');
    expect(messageOf(() => expect(WEB).not.toBreakRule('prestop-exists'))).toContain('of which none was expected');
  });

  test('an unknown rule tells what was meant', () => {
    expect(messageOf(() => expect(WEB).toBreakRule('prestop-exist'))).toContain('did you mean "prestop-exists"?');
  });
});

test('the matchers are there for other runners', () => {
  expect(Object.keys(lifecycleMatchers)).toEqual(['toPassLint', 'toBreakRule', 'toRollOutWithoutLoss']);
});
