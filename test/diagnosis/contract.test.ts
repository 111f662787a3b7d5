import { DIAGNOSES } from '../../lib/diagnosis';
import { describeContract } from './contract';
import { titleOf } from './examples/examples';

for (const diagnosis of DIAGNOSES) describeContract(titleOf(diagnosis), diagnosis, DIAGNOSES);

test('each class of each kind stands in the list once', () => {
  const keys = DIAGNOSES.flatMap(({ id, kinds }) => kinds.map((kind) => `${kind} ${id}`));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('a class is the same for init containers as for others but for its id and title', () => {
  for (const init of DIAGNOSES.filter(({ initOf }) => initOf !== undefined)) {
    const { id, title, initOf, evidence, match, ...rest } = init;
    expect(id).toMatch(/^Init:/);
    expect(DIAGNOSES.find((each) => each.id === initOf)).toMatchObject(rest);
  }
});
