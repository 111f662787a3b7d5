import { instanceOf } from '../../../lib/lifecycle/arguments/instance';
import { newChart } from '../../constructs/fixtures';
import { MAKERS, thrown } from '../../constructs/props/makers';

const RUNTIME_TYPE = Symbol.for('jsii.rtti');

/** A class as the jsii compiler writes it into a copy of the package. */
function compiled(version: string, fqn = 'cdk8s-lifecycle.Image') {
  class Image {
    public static readonly [RUNTIME_TYPE] = { fqn, version };
    public readonly reference = 'nginx:1';
  }
  return Image;
}

const Own = compiled('0.1.0');
const kind = instanceOf(Own, { wanted: 'an Image', give: "Image.of('nginx:1')" });

test('a value of our own copy, and of another copy of the same version, is taken', () => {
  expect(kind.problems(new Own(), 'image')).toEqual([]);
  expect(kind.problems(new (compiled('0.1.0'))(), 'image')).toEqual([]);
});

test('a value of a copy of another version is refused with the reason', () => {
  expect(kind.problems(new (compiled('0.2.0'))(), 'image')).toEqual([
    "'image' is an Image of another copy of cdk8s-lifecycle, and two copies are installed, 0.2.0 and 0.1.0: see 'npm ls cdk8s-lifecycle' and keep one",
  ]);
});

test('a class of the same name in another package is another class', () => {
  expect(kind.problems(new (compiled('0.1.0', 'other.Image'))(), 'image')).toEqual([
    "'image' (an Image) must be an Image: write Image.of('nginx:1')",
  ]);
});

test('a second copy of the sources is told as such by a construct', () => {
  let other: typeof import('../../../lib') | undefined;
  jest.isolateModules(() => {
    other = require('../../../lib');
  });
  const [service] = MAKERS;
  const image = other?.Image.of('nginx:1');
  expect(thrown(() => service?.make(newChart(), 'cart', { ...service.enough, image }))?.message).toMatch(
    /^shop\/cart: 'image' is an Image of another copy of cdk8s-lifecycle, and two copies are installed: see 'npm ls cdk8s-lifecycle' and keep one at /,
  );
});
