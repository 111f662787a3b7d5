import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CATALOGUE } from '../../lib/check/catalogue';

const LIB = resolve(__dirname, '../../lib/diagnosis');
const named = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(join(LIB, file), 'utf8').matchAll(/(?:preventedBy|Probe): '([a-z-]+)'/g)])
  .map((match) => match[1] as string);

test.each([...new Set(named)])('the rule %s that would have told before is in the catalogue', (id) => {
  expect(CATALOGUE.map((rule) => rule.id)).toContain(id);
});

test('diagnoses name rules', () => {
  expect(new Set(named).size).toBeGreaterThan(15);
});
