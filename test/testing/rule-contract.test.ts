import { changeField, defineRule, RULES } from '../../lib/rules';
import { contractBreaches } from '../../lib/testing';

describe('contractBreaches', () => {
  test('the catalogue keeps the contract', () => {
    const [rule] = RULES;
    if (rule === undefined) throw new Error('there is no rule');
    expect(contractBreaches(rule)).toEqual([]);
    expect(contractBreaches({ ...rule, id: 'rule-of-ours' })).toEqual(['it is not frozen: make it with defineRule']);
    expect(contractBreaches({ ...rule })).toEqual([`the id "${rule.id}" is that of a rule of the catalogue`]);
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
      'the id "Silent" is not a lower-case sentence joined by dashes',
      'the bad example breaks it 0 times, where once is right',
      '"title" says too little',
      '"why" says too little',
      '"fix" says too little',
      '"see" names no page',
    ]);
  });

  test('a rule whose words, path or fix are wrong is told each', () => {
    const careless = defineRule({
      id: 'name-is-short',
      formerIds: ['Name'],
      severity: 'info',
      title: 'A name is short, please.',
      why: 'names are hard to say when they are long',
      fix: 'Write a name that is short.',
      see: ['http://example.com'],
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: long }',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }',
      looksAt: () => true,
      *check({ ref }) {
        if ((ref.name ?? '').length > 3) yield { message: 'Error: name is long!', path: 'metadata.names' };
      },
      autofix: () => changeField('metadata.name', 'longer'),
    });
    expect(contractBreaches(careless)).toEqual([
      'the id "Name" is not a lower-case sentence joined by dashes',
      'the path "metadata.names" of its finding is not in the bad example',
      'the message "Error: name is long!" is not one plain sentence, subject first',
      'its fix leaves the bad example broken',
      '"title" is not a sentence without full stop, plainly written',
      '"why" is not sentences, plainly written',
      '"see" names "http://example.com", which is not an https page',
    ]);
    const silent = { ...careless, autofix: () => ({ because: '' }) };
    expect(contractBreaches(silent)).toContain('its fix refuses the bad example without a reason');
  });
});
