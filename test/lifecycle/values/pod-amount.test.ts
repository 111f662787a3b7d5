import { PodAmount } from '../../../lib';

test('prints itself as Kubernetes writes it', () => {
  expect([PodAmount.pods(2), PodAmount.percent(25)].map(String)).toEqual(['2', '25%']);
  expect([PodAmount.pods(2)._value, PodAmount.percent(25)._value]).toEqual([2, '25%']);
});

test('nothing is nothing, in pods and in percent', () => {
  expect([PodAmount.pods(0), PodAmount.percent(0), PodAmount.percent(1)].map((amount) => amount._isZero)).toEqual([
    true,
    true,
    false,
  ]);
});

test('half a pod and less than none are refused', () => {
  expect(() => PodAmount.pods(0.5)).toThrow("'pods' (0.5) must be a whole number, 0 or more");
  expect(() => PodAmount.percent(-1)).toThrow("'percent' (-1) must be a whole number, 0 or more");
});
