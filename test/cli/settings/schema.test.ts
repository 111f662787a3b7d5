import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { CATALOGUE } from '../../../lib/check/catalogue';
import { CONFIG_SCHEMA } from '../../../lib/cli/settings/schema';

const validate = new Ajv().compile(CONFIG_SCHEMA);

test('the schema offers every rule to editors, and takes those of a team', () => {
  for (const { id } of CATALOGUE) expect(validate({ severity: { [id]: 'off' } })).toBe(true);
  expect(validate({ acknowledge: [{ rule: 'owner-is-named', reason: 'ours' }] })).toBe(true);
  expect(validate({ acknowledge: [{ rule: 'Not A Rule', reason: 'ours' }] })).toBe(false);
});

test('the published file is this schema', () => {
  const published: unknown = JSON.parse(readFileSync(join(__dirname, '../../../schema/config.schema.json'), 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(CONFIG_SCHEMA)));
});
