import type { Fields } from '../fields';
import type { CommonContainerOptions } from '../pod-options';

/** The environment variables of a container, in the order in which they were given. */
export function planEnv({ env = {} }: CommonContainerOptions): readonly Fields[] {
  return Object.entries(env).map(([name, { _value: value, _valueFrom: valueFrom }]) => ({ name, value, valueFrom }));
}
