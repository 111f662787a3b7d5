import { count, workload } from '../support';

const fires = (request: string | number | undefined, limit: string | undefined) =>
  count('memory-request-equals-limit', [
    workload({
      container: {
        resources: {
          requests: request === undefined ? {} : { memory: request },
          limits: limit === undefined ? {} : { memory: limit },
        },
      },
    }),
  ]);

test('quantities are compared, not their spelling', () => {
  expect([fires('1Gi', '1024Mi'), fires('1G', '1Gi'), fires('1.5Gi', '1536Mi'), fires(1073741824, '1Gi')]).toEqual([
    0, 1, 0, 0,
  ]);
});

test('where one is left out there is nothing to compare', () => {
  expect([fires(undefined, '1Gi'), fires('1Gi', undefined), fires('much', '1Gi')]).toEqual([0, 0, 0]);
});
