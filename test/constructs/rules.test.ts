import { ApiObject, App, Chart } from 'cdk8s';
import { Rules } from '../../lib';
import { check } from '../../lib/check/check';
import { find, newChart, service, synthesize } from './fixtures';

const RULE = 'replicas-survive-one-loss';
const REASON = 'a demo that may be down at night';

function stderrOf(run: () => unknown): string {
  const written: string[] = [];
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  try {
    run();
  } finally {
    spy.mockRestore();
  }
  return written.join('');
}

test('a warning is printed once, and does not fail the synthesis', () => {
  const app = new App();
  const chart = new Chart(app, 'shop');
  service(chart, 'cart', { replicas: 1 });
  const first = stderrOf(() => app.synthYaml());
  expect(first).toMatch(
    /^warning: \[shop\/cart\] Deployment cart: .*\[replicas-survive-one-loss\] at test\/constructs\//m,
  );
  expect(stderrOf(() => app.synthYaml())).toBe('');
});

test('an acknowledged finding is silent, and its reason is written beside its object', () => {
  const chart = newChart();
  const cart = service(chart, 'cart', { replicas: 1 });
  Rules.of(cart).acknowledge(RULE, REASON);
  expect(stderrOf(() => synthesize(chart))).not.toContain(RULE);
  const objects = synthesize(chart);
  expect(find(objects, 'Deployment').metadata.annotations[`cdk8s-lifecycle/acknowledge.${RULE}`]).toBe(REASON);
  expect(find(objects, 'Service').metadata.annotations).toBeUndefined();
  const findings = check(objects).findings.filter(({ rule }) => rule === RULE);
  expect(findings.map(({ acknowledged }) => acknowledged)).toEqual([REASON]);
});

test('an acknowledgement on a chart is for everything below it', () => {
  const chart = newChart();
  service(chart, 'cart', { replicas: 1 });
  service(chart, 'front', { replicas: 1 });
  Rules.of(chart).acknowledge(RULE, REASON);
  expect(stderrOf(() => synthesize(chart))).not.toContain(RULE);
});

test('an acknowledgement that nothing needs is told', () => {
  const chart = newChart();
  const cart = service(chart);
  Rules.of(cart).acknowledge(RULE, REASON);
  expect(stderrOf(() => synthesize(chart))).toContain(
    `warning: [shop/cart] rule '${RULE}' is acknowledged, but nothing below breaks it: leave the acknowledgement out`,
  );
});

test('a reason is needed', () => {
  expect(() => Rules.of(newChart()).acknowledge(RULE, ' ')).toThrow(
    `rule '${RULE}' is acknowledged without a reason: say why its finding is right here`,
  );
});

test('an annotation with the earlier word has no effect, and a warning says the new one', () => {
  const chart = newChart();
  const cart = service(chart, 'cart', { replicas: 1 });
  const [deployment] = cart.node
    .findAll()
    .filter((each): each is ApiObject => ApiObject.isApiObject(each) && each.kind === 'Deployment');
  deployment?.metadata.addAnnotation(`cdk8s-lifecycle/ignore.${RULE}`, REASON);
  const printed = stderrOf(() => synthesize(chart));
  expect(printed).toContain(`Write "cdk8s-lifecycle/acknowledge.${RULE}".`);
  expect(printed).toContain(`[${RULE}]`);
});
