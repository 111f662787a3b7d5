import { Resources } from '../../../lib';

test('in short: a CPU request without limit, and memory that is request and limit', () => {
  expect(Resources.of({ cpu: '250m', memory: '256Mi', extended: { 'nvidia.com/gpu': '1' } })).toMatchObject({
    _requests: { cpu: '250m', memory: '256Mi', 'nvidia.com/gpu': '1' },
    _limits: { memory: '256Mi', 'nvidia.com/gpu': '1' },
  });
});

test('the long form sets each', () => {
  expect(
    Resources.explicit({
      cpuRequest: '1',
      cpuLimit: '2',
      memoryRequest: '1Gi',
      memoryLimit: '2Gi',
      ephemeralStorageLimit: '5Gi',
    }),
  ).toMatchObject({
    _requests: { cpu: '1', memory: '1Gi' },
    _limits: { cpu: '2', memory: '2Gi', 'ephemeral-storage': '5Gi' },
  });
});

test.each([
  [{ cpu: 'much', memory: '1Gi' }, "'cpu' (much) is not a quantity"],
  [{ cpu: '-1', memory: '1Gi' }, "'cpu' (-1) must not be negative"],
  [{ cpu: '1', memory: '1GB' }, "'memory' (1GB) is not a quantity"],
])('refuses %p', (options, sentence) => {
  expect(() => Resources.of(options)).toThrow(sentence);
});

test('a request above its limit is refused with both', () => {
  expect(() => Resources.explicit({ cpuRequest: '1', cpuLimit: '900m', memoryRequest: '1Gi' })).toThrow(
    "the 'cpu' request (1) is above its limit (900m): lower the request or raise the limit",
  );
});
