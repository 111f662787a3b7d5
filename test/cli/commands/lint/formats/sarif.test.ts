import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import type { Log } from 'sarif';
import { runCaptured, useFolder } from '../../../captured';
import { FILES, RULES } from './files';

const write = useFolder();

const ROOT = join(__dirname, '../../../../..');

test('SARIF is valid by its schema, with relative URIs, regions, rules and suppressions', async () => {
  write(FILES);
  const { out } = await runCaptured('lint', '-o', 'sarif', ...RULES, 'k8s');
  const log = JSON.parse(out) as Log;
  const schema = readFileSync(
    join(ROOT, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  );
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
    JSON.parse(schema),
  );
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const [run] = log.runs;
  const results = run?.results ?? [];
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['image-is-pinned', 'warning'],
    ['prestop-exists', 'warning'],
    ['image-is-pinned', 'warning'],
    ['prestop-exists', 'warning'],
  ]);
  for (const { ruleId, ruleIndex } of results) {
    expect(run?.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
  }
  expect(results[1]?.locations?.[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'k8s/a%20b%2Cc%3Ad%25.yaml', uriBaseId: '%SRCROOT%' },
    region: { startLine: 10, startColumn: 11 },
  });
  expect(results.map(({ suppressions }) => suppressions?.[0]?.justification)).toEqual([
    undefined,
    undefined,
    undefined,
    'see "A & B" <1>',
  ]);
  expect(run?.invocations?.[0]?.executionSuccessful).toBe(false);
  expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.locations?.[0]?.physicalLocation?.region).toEqual({
    startLine: 1,
    startColumn: 5,
  });
});
