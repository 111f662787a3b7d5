import { check } from '../../lib/check/check';
import type { CheckOptions } from '../../lib/check/options';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { defineRule } from '../../lib/rules/rule';

const job = (name: string, image: string, annotations = {}, podAnnotations = {}): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name, annotations },
  spec: {
    template: {
      metadata: { annotations: podAnnotations },
      spec: {
        restartPolicy: 'Never',
        containers: [
          { name: 'main', image },
          { name: 'side', image: 'side:latest' },
        ],
      },
    },
  },
});

const pinned = (objects: Manifest[], options: CheckOptions = {}) =>
  check(objects, { only: ['image-is-pinned', 'acknowledgement-is-valid'], ...options }).findings;
const brief = (findings: ReturnType<typeof pinned>) =>
  findings.map(({ rule, container, acknowledged }) => `${rule} ${container} ${acknowledged}`);

describe('acknowledgements', () => {
  test('an annotation on the object accepts every finding of its rule, with the reason', () => {
    const object = job('a', 'main', { 'cdk8s-lifecycle/acknowledge.image-is-pinned': 'built on the node' });
    expect(brief(pinned([object]))).toEqual([
      'image-is-pinned main built on the node',
      'image-is-pinned side built on the node',
    ]);
  });

  test('an annotation on the pod template does the same', () => {
    const object = job('a', 'main:1', {}, { 'cdk8s-lifecycle/acknowledge.image-is-pinned': 'built on the node' });
    expect(brief(pinned([object]))).toEqual(['image-is-pinned side built on the node']);
  });

  test('a value that begins with a container in brackets is for that container alone', () => {
    const object = job('a', 'main', { 'cdk8s-lifecycle/acknowledge.image-is-pinned': '[main] built on the node' });
    expect(brief(pinned([object]))).toEqual(['image-is-pinned main built on the node', 'image-is-pinned side null']);
  });

  test('a line for each container accepts each for its own reason', () => {
    const value = '[main] built on the node\n[side] a demo';
    const object = job('a', 'main', { 'cdk8s-lifecycle/acknowledge.image-is-pinned': value });
    expect(brief(pinned([object]))).toEqual(['image-is-pinned main built on the node', 'image-is-pinned side a demo']);
  });

  test('one without a reason is not applied, and is told', () => {
    const object = job('a', 'main:1', { 'cdk8s-lifecycle/acknowledge.image-is-pinned': ' ' });
    const findings = pinned([object]);
    expect(brief(findings)).toEqual(['acknowledgement-is-valid null null', 'image-is-pinned side null']);
    expect(findings[0]).toMatchObject({
      path: 'metadata.annotations[cdk8s-lifecycle/acknowledge.image-is-pinned]',
      message: 'the acknowledgement of "image-is-pinned" gives no reason, so it is not applied',
    });
  });

  test('one of an unknown rule is told, with the rule that was meant', () => {
    const [finding] = pinned([job('a', 'a:1', {}, { 'cdk8s-lifecycle/acknowledge.image-is-pined': 'so' })]);
    expect(finding?.message).toBe(
      'the acknowledgement of "image-is-pined" names an unknown rule; did you mean "image-is-pinned"?',
    );
    expect(finding?.path).toBe('spec.template.metadata.annotations[cdk8s-lifecycle/acknowledge.image-is-pined]');
  });

  test('one that matches nothing is told, unless its rule was not run', () => {
    const object = job('a', 'main:1', { 'cdk8s-lifecycle/acknowledge.image-is-pinned': '[main] built on the node' });
    expect(brief(pinned([object]))).toEqual(['acknowledgement-is-valid main null', 'image-is-pinned side null']);
    expect(pinned([object], { only: ['acknowledgement-is-valid'] })).toEqual([]);
    expect(pinned([object], { only: undefined, except: ['image-is-pinned'] }).map(({ rule }) => rule)).not.toContain(
      'acknowledgement-is-valid',
    );
    expect(pinned([object], { levels: { 'image-is-pinned': 'off' } })).toEqual([]);
  });

  test('a complaint about an acknowledgement can be acknowledged itself', () => {
    const object = job('a', 'a:1', {
      'cdk8s-lifecycle/acknowledge.prestop-exist': 'for an older version',
      'cdk8s-lifecycle/acknowledge.acknowledgement-is-valid': 'the older version reads it',
    });
    const complaints = pinned([object]).filter(({ rule }) => rule === 'acknowledgement-is-valid');
    expect(complaints.map(({ acknowledged }) => acknowledged)).toEqual(['the older version reads it']);
  });

  test('a caller can hand in acknowledgements by position, container, path or predicate', () => {
    const objects = [job('a', 'main'), job('b', 'main')];
    const acknowledge = (acknowledgement: object) =>
      pinned(objects, { acknowledgements: [{ rule: 'image-is-pinned', reason: 'so', ...acknowledgement }] })
        .filter(({ acknowledged }) => acknowledged === 'so')
        .map(({ object, container }) => `${object.name} ${container}`);
    expect(acknowledge({})).toEqual(['a main', 'a side', 'b main', 'b side']);
    expect(acknowledge({ index: 1 })).toEqual(['b main', 'b side']);
    expect(acknowledge({ container: 'side' })).toEqual(['a side', 'b side']);
    expect(acknowledge({ index: 0, path: 'spec.template.spec.containers[1]' })).toEqual(['a side']);
    expect(acknowledge({ covers: ({ object }: { object: { name: string } }) => object.name === 'b' })).toEqual([
      'b main',
      'b side',
    ]);
  });

  test('what a caller hands in for no object and matches nothing is handed back, and is no finding', () => {
    const unused = { rule: 'image-is-pinned', reason: 'so', covers: () => false };
    const result = check([job('a', 'a:1')], { acknowledgements: [unused], only: ['image-is-pinned'] });
    expect(result.unused).toEqual([unused]);
    expect(result.findings.every(({ acknowledged }) => acknowledged === null)).toBe(true);
  });
});

describe('severities', () => {
  test('a level replaces that of the rule, and a level for one object replaces that', () => {
    const objects = [job('a', 'a:1'), job('b', 'b:1')];
    const levelOf = (rule: string, index: number) =>
      rule === 'image-is-pinned' && index === 1 ? ('error' as const) : undefined;
    const findings = pinned(objects, { levels: { 'image-is-pinned': 'info' }, levelOf });
    expect(findings.map(({ severity }) => severity)).toEqual(['info', 'error']);
  });

  test('the level off keeps a rule from an object', () => {
    const findings = pinned([job('a', 'a:1'), job('b', 'b:1')], {
      levelOf: (_, index) => (index === 0 ? 'off' : undefined),
    });
    expect(findings.map(({ object }) => object.name)).toEqual(['b']);
  });
});

describe('rules of a team', () => {
  const named = defineRule({
    id: 'name-is-short',
    severity: 'info',
    title: 'A name is short',
    why: 'Long names are hard to say.',
    fix: 'Write a shorter name.',
    see: ['https://example.com'],
    bad: '',
    good: '',
    looksAt: () => true,
    *check({ ref }) {
      if ((ref.name ?? '').length > 3) yield { message: `name "${ref.name}" is long`, path: 'metadata.name' };
    },
  });

  test('are run beside the catalogue, and can be acknowledged', () => {
    const object = job('long-name', 'a:1', { 'cdk8s-lifecycle/acknowledge.name-is-short': 'the name is given' });
    const { findings } = check([object], { only: ['name-is-short'], extraRules: [named] });
    expect(findings).toMatchObject([{ rule: 'name-is-short', acknowledged: 'the name is given' }]);
  });

  test('must not take the id of another rule', () => {
    const taken = { ...named, id: 'image-is-pinned' };
    expect(() => check([], { extraRules: [taken] })).toThrow(
      "rule 'image-is-pinned' is there twice: give the extra rule an id of its own",
    );
  });
});

describe('the result', () => {
  test('custom resources are counted as not checked', () => {
    const custom = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' } };
    expect(check([custom, job('a', 'a:1')]).notChecked).toEqual([
      { apiVersion: 'example.com/v1', kind: 'Widget', namespace: null, name: 'w' },
    ]);
  });

  test('findings come in the order of the objects, then of rule ids', () => {
    const { findings } = check([job('b', 'b'), job('a', 'a'), job('b', 'b')]);
    const order = findings.map(({ index, rule }) => `${index} ${rule}`);
    expect(order).toEqual([...order].sort());
    expect(order.length).toBeGreaterThan(4);
  });

  test('is the same each time', () => {
    const objects = [job('b', 'b'), job('a', 'a')];
    expect(check(objects)).toEqual(check(objects));
  });

  test('a caller can ask for another version', () => {
    expect(check([job('a', 'a:1')], { version: KubernetesVersion.V1_34 }).lookedAt.get('image-is-pinned')).toBe(1);
  });
});

test('objects of one identity collide within one file, and are variants across files', () => {
  const objects = [job('a', 'a:1'), job('a', 'a:2')];
  const unique = (origins?: string[]) => check(objects, { origins, only: ['object-is-unique'] }).findings;
  expect(unique()).toHaveLength(1);
  expect(unique(['one.yaml', 'one.yaml'])).toHaveLength(1);
  expect(unique(['base.yaml', 'prod.yaml'])).toEqual([]);
});

test.each([null, 'text', 7, [], { kind: 3 }, { apiVersion: 'v1', kind: 'Pod', spec: [] }])(
  'an object that is none, such as %j, does not make it throw',
  (value) => {
    expect(() => check([value as unknown as Manifest])).not.toThrow();
  },
);
