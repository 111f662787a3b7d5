import { EnvFrom, EnvValue } from '../../../lib';
import { ENV_VALUE } from '../../../lib/lifecycle/values/env-value';

test.each([
  [() => EnvValue.of(8080 as never), "EnvValue.of: 'value' (a number) must be text: put it in quotes"],
  [
    () => EnvValue.fromSecret('db', undefined as never),
    "EnvValue.fromSecret: 'key' is missing: give the key within the Secret",
  ],
  [
    () => EnvValue.fromConfigMap(undefined as never, 'url'),
    "EnvValue.fromConfigMap: 'configMap' is missing: give the name of the ConfigMap",
  ],
  [
    () => EnvValue.fromField(undefined as never),
    "EnvValue.fromField: 'fieldPath' is missing: give the path of a field, such as 'metadata.name'",
  ],
  [
    () => EnvValue.fromResource('limits.memory', { divisor: 1 as never }),
    "EnvValue.fromResource: 'divisor' (1) must be text with its unit: write '1Mi'",
  ],
  [
    () => EnvFrom.secret('keys', { optionl: true } as never),
    "EnvFrom.secret: 'optionl' is unknown; did you mean 'optional'?",
  ],
])('%# is refused: %s', (make, message) => {
  expect(make).toThrow(new Error(message));
});

test('a plain value where an EnvValue is needed is not repeated, since it may be a secret', () => {
  const problems = ['hunter2', 42, true].flatMap((value) => ENV_VALUE.problems(value, 'env.PASSWORD'));
  expect(problems).toEqual([
    "'env.PASSWORD' (text) must be an EnvValue: write EnvValue.of('...')",
    "'env.PASSWORD' (a number) must be an EnvValue: write EnvValue.of('...')",
    "'env.PASSWORD' (a boolean) must be an EnvValue: write EnvValue.of('...')",
  ]);
});
