import { parseAllDocuments } from 'yaml';
import { CATALOGUE } from '../../lib/check/catalogue';
import { check } from '../../lib/check/check';
import type { CheckOptions } from '../../lib/check/options';
import type { Json, JsonObject } from '../../lib/kubernetes/views/json';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { http, service, sleeps, workload } from '../rules/support';

const read = (yaml: string) => parseAllDocuments(yaml).map((document) => document.toJSON() as Manifest);
const CONTAINER = 'spec.template.spec.containers[0]';

/** What is told of some rules, as `severity rule`, and what another finding covers. */
function told(objects: readonly Manifest[], only: readonly string[], options: CheckOptions = {}) {
  const { findings, covered } = check(objects, { only, ...options });
  const brief = (list: typeof findings) => list.map(({ severity, rule }) => `${severity} ${rule}`);
  return { told: brief(findings), covered: brief(covered) };
}

describe('a rule with its fix goes before the refusal of the API server', () => {
  test.each<[string, JsonObject, string]>([
    ['a strategy in the pod spec', { pod: { strategy: { type: 'Recreate' } } }, 'strategy-is-in-its-place'],
    [
      'pages of a quarter of a byte',
      { container: { resources: { limits: { memory: '1Gi', 'hugepages-2Mi': '256m' } } } },
      'bytes-are-whole',
    ],
    ['a sleep longer than the grace period', { container: sleeps(45) }, 'prestop-fits-grace'],
    [
      'a tcpSocket hook without port',
      { container: { lifecycle: { preStop: { tcpSocket: {} } } } },
      'hook-handler-runs',
    ],
  ])('%s', (_, parts, rule) => {
    const only = ['admitted', rule];
    expect(told([workload(parts)], only).told).toEqual([`error ${rule}`]);
    expect(told([workload(parts)], ['admitted']).told).toEqual(['error admitted']);
  });

  test('not a warning about the same value, nor what stands beside it', () => {
    const object = workload({
      spec: { replicas: -1, minReadySeconds: -1 },
      pod: { terminationGracePeriodSeconds: -5 },
    });
    expect(told([object], ['admitted', 'grace-is-positive']).told).toEqual([
      'error admitted',
      'error admitted',
      'error grace-is-positive',
    ]);
  });
});

describe('a finding waits for an error about values that it rests on', () => {
  test('a drain that does not fit, where the sleep alone takes the whole grace period', () => {
    const object = workload({ container: sleeps(45), annotations: { 'cdk8s-lifecycle/drain-seconds': '30' } });
    const only = ['drain-fits-grace', 'prestop-fits-grace'];
    expect(told([object], only)).toEqual({ told: ['error prestop-fits-grace'], covered: ['warning drain-fits-grace'] });
  });

  test('a sleep and a drain, where the grace period is below 0', () => {
    const object = workload({ container: sleeps(10), pod: { terminationGracePeriodSeconds: -5 } });
    const only = ['admitted', 'drain-fits-grace', 'grace-is-positive', 'prestop-fits-grace'];
    expect(told([object], only).told).toEqual(['error grace-is-positive']);
  });

  test('arithmetic with a number that is refused', () => {
    const object = workload({ container: { livenessProbe: http('/healthz', { periodSeconds: -5 }) } });
    expect(told([object], ['admitted', 'probe-timeout-fits-period', 'slow-start-is-covered']).told).toEqual([
      'error admitted',
    ]);
  });

  test('a request above a limit that is a quarter of a byte', () => {
    const resources = { requests: { memory: '256Mi' }, limits: { memory: '256m' } };
    const only = ['admitted', 'bytes-are-whole', 'memory-request-equals-limit'];
    expect(told([workload({ container: { resources } })], only).told).toEqual(['error bytes-are-whole']);
  });

  test('but not where that error is accepted, or no error', () => {
    const reason = { 'cdk8s-lifecycle/acknowledge.prestop-fits-grace': 'measured' };
    const object = workload({ container: sleeps(45), annotations: reason });
    const only = ['drain-fits-grace', 'prestop-fits-grace'];
    expect(told([object], only).told).toEqual(['info drain-fits-grace', 'error prestop-fits-grace']);
    const plain = workload({ container: sleeps(45) });
    const levels = { 'prestop-fits-grace': 'warning' } as const;
    expect(told([plain], only, { levels }).told).toEqual(['info drain-fits-grace', 'warning prestop-fits-grace']);
  });

  test('an acknowledgement of what is covered still matches', () => {
    const reason = { 'cdk8s-lifecycle/acknowledge.drain-fits-grace': 'measured' };
    const object = workload({ container: sleeps(45), annotations: reason });
    const only = ['acknowledgement-is-valid', 'drain-fits-grace', 'prestop-fits-grace'];
    expect(told([object], only).told).toEqual(['info drain-fits-grace', 'error prestop-fits-grace']);
  });
});

describe('a certain loss is told by the rule that names its cause, as an error', () => {
  const only = ['rollout-loses-nothing', 'strategy-is-rolling'];
  const recreated = (annotations = {}) =>
    workload({ spec: { replicas: 2, strategy: { type: 'Recreate' } }, annotations });

  test('with what follows', () => {
    const { findings, covered } = check([recreated(), service()], { only });
    expect(covered.map(({ rule }) => rule)).toEqual(['rollout-loses-nothing']);
    expect(findings).toMatchObject([
      {
        rule: 'strategy-is-rolling',
        severity: 'error',
        message: expect.stringMatching(/; a rollout loses requests for certain$/),
      },
    ]);
  });

  test('by itself where that rule does not run, or its finding is accepted', () => {
    const alone = told([recreated(), service()], ['rollout-loses-nothing']);
    expect(alone).toEqual({ told: ['error rollout-loses-nothing'], covered: [] });
    const accepted = recreated({ 'cdk8s-lifecycle/acknowledge.strategy-is-rolling': 'it has no state' });
    expect(told([accepted, service()], only).told).toEqual([
      'error rollout-loses-nothing',
      'warning strategy-is-rolling',
    ]);
  });
});

test('what the caller has told before is not told again', () => {
  const fields = [`${CONTAINER}.lifecycle.preStop`, 'spec.template.spec.terminationGracePeriodSeconds'];
  const only = ['admitted', 'drain-fits-grace', 'image-is-pinned', 'prestop-fits-grace'];
  const object = workload({ container: { ...sleeps(45), image: 'web' } });
  expect(told([object], only, { toldBefore: [{ index: 0, fields }] }).told).toEqual(['warning image-is-pinned']);
  expect(told([object], only, { toldBefore: [{ index: 1, fields }] }).told).toContain('error prestop-fits-grace');
});

describe('for every rule, its bad example and what it becomes when a value is broken', () => {
  const VALUES: readonly Json[] = [-1, 'x y', {}];
  const sets = CATALOGUE.flatMap((rule) => [read(rule.bad)]).flatMap((objects) => [objects, ...brokenIn(objects)]);

  test('errors stay errors: what is covered is covered by an error on the same object', () => {
    const lost = sets.filter((objects) => {
      const { findings, covered } = check(objects);
      const isError = (index: number) => findings.some((each) => each.index === index && each.severity === 'error');
      return covered.some(({ index, severity }) => severity === 'error' && !isError(index));
    });
    expect(lost).toEqual([]);
  });

  test('no message repeats the path beside it', () => {
    const twice = sets.flatMap((objects) =>
      check(objects).findings.filter(({ message, path }) => path.includes('.') && message.includes(path)),
    );
    expect(twice.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  /** The set with one leaf broken, in each way: one leaf of many, so that it stays quick. */
  function brokenIn(objects: readonly Manifest[]): Manifest[][] {
    return objects.flatMap((object, index) =>
      leavesOf(object.spec ?? null, ['spec']).flatMap((path, turn) => {
        const value = VALUES[turn % VALUES.length] as Json;
        return [objects.map((each, at) => (at === index ? (replaced(each, path, value) as Manifest) : each))];
      }),
    );
  }
});

function leavesOf(value: Json, path: readonly (string | number)[]): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(item as Json, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function replaced(holder: Json, [key, ...rest]: readonly (string | number)[], value: Json): Json {
  if (key === undefined) return value;
  if (Array.isArray(holder)) return holder.map((item, index) => (index === key ? replaced(item, rest, value) : item));
  const object = holder as JsonObject;
  return { ...object, [key]: replaced(object[key] ?? null, rest, value) };
}
