import { CATALOGUE } from '../../lib/check/catalogue';
import { defineRule } from '../../lib/rules';
import { contractBreaches } from '../../lib/testing';

describe('contractBreaches', () => {
  test('the catalogue keeps the contract', () => {
    const rules = CATALOGUE.filter(({ id }) => id !== 'acknowledgement-is-valid');
    const [rule] = rules;
    expect(rules.length).toBeGreaterThan(0);
    expect(contractBreaches({ ...rule, id: 'rule-of-ours' } as never)).toEqual([
      'it is not frozen: make it with defineRule',
    ]);
    expect(contractBreaches(rule as never)).toEqual([`the id "${rule?.id}" is that of a rule of the catalogue`]);
  });

  test('a rule that does not tells all that it breaks', () => {
    const silent = defineRule({
      id: 'Silent',
      severity: 'info',
      title: 'Short',
      why: 'W',
      fix: 'F',
      see: [],
      bad: 'apiVersion: v1\nkind: A',
      good: 'apiVersion: v1\nkind: A',
      looksAt: () => true,
      check: () => [],
    });
    expect(contractBreaches(silent)).toEqual([
      'the id "Silent" is no lower-case sentence joined by dashes',
      'the bad example breaks it 0 times, where once is right',
      '"title" says too little',
      '"why" says too little',
      '"fix" says too little',
      '"see" names no page',
    ]);
  });
});
