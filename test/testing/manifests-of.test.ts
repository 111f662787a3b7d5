import { ApiObject, App, Chart } from 'cdk8s';
import { isApp, isChart, isManifest, manifestsOf } from '../../lib/testing/manifests-of';

const MAP = { apiVersion: 'v1', kind: 'ConfigMap' };

function app() {
  const root = new App();
  const [one, other] = [new Chart(root, 'one'), new Chart(root, 'other')];
  new ApiObject(one, 'a', { ...MAP, metadata: { name: 'a' } });
  new ApiObject(other, 'b', { ...MAP, metadata: { name: 'b' } });
  return { root, other };
}

const meant = (subject: unknown) => {
  const { manifests, isMeant } = manifestsOf(subject);
  return manifests.map(({ metadata }, index) => [(metadata as { name: string }).name, isMeant(index)]);
};

test('an App gives all its objects, a Chart those of its App with its own meant', () => {
  const { root, other } = app();
  expect(meant(root)).toEqual([
    ['a', true],
    ['b', true],
  ]);
  expect(meant(other)).toEqual([
    ['a', false],
    ['b', true],
  ]);
});

test('manifests give themselves, anything else is refused', () => {
  expect(manifestsOf(MAP).manifests).toEqual([MAP]);
  expect(manifestsOf([MAP, MAP]).manifests).toHaveLength(2);
  for (const subject of ['text', null, 1, [1], {}, { kind: 'A' }])
    expect(() => manifestsOf(subject)).toThrow('expected');
});

test('each kind of subject is told apart', () => {
  const { root, other } = app();
  expect([root, other, MAP].map((each) => [isApp(each), isChart(each), isManifest(each)])).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ]);
});
