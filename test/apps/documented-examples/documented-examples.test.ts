import { documentedExamples } from '../../../apps/documented-examples';
import { objectOf, valueAt, valueAtPath } from '../../../lib/kubernetes/views/json';
import { describeRef, refOf } from '../../../lib/kubernetes/views/manifest';
import { describeShared } from '../../support/shared';
import { differences } from '../differences';
import { synthesized } from '../synthesized';
import { blocksOfNotes, NOTES_EXAMPLES } from './notes-examples';

const objects = new Map(
  synthesized(documentedExamples).map((object) => {
    const identity = describeRef(refOf(object));
    return [object.kind === 'Job' ? identity.replace(/-[0-9a-f]{8}$/, '') : identity, object];
  }),
);

test.each(NOTES_EXAMPLES.map((example) => [example.topic, example] as const))(
  'the example of %s is emitted value by value',
  (_topic, { object, at, yaml }) => {
    const emitted = objects.get(object);
    expect(emitted).toBeDefined();
    if (at !== undefined) {
      expect(differences(yaml, valueAtPath(emitted, at))).toEqual([]);
      return;
    }
    // A bare Pod is lost with its node, so it is the pod template of a controller, which also names the pods.
    expect(yaml.kind).toBe('Pod');
    expect(valueAt(emitted, 'metadata', 'name')).toBe(objectOf(yaml.metadata).name);
    expect(differences(yaml.spec, valueAt(emitted, 'spec', 'template', 'spec'))).toEqual([]);
  },
);

test('every fragment says more than nothing', () => {
  expect(NOTES_EXAMPLES.filter(({ yaml }) => Object.keys(objectOf(yaml)).length === 0)).toEqual([]);
});

describeShared('seed', (seed) => {
  test('the fixture holds every YAML block, in their order', () => {
    expect(NOTES_EXAMPLES.map(({ yaml }) => yaml)).toEqual(blocksOfNotes(seed));
  });
});
