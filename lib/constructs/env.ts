import * as kplus from 'cdk8s-plus-28';
import type { EnvValue } from '../lifecycle/values/env-value';

/** Environment variables as cdk8s-plus-28 takes them, in the order in which they are given. */
export function envVariables(env: Readonly<Record<string, EnvValue>> = {}): Record<string, kplus.EnvValue> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, variable(value)]));
}

function variable({ _value, _valueFrom: source }: EnvValue): kplus.EnvValue {
  const { resource, containerName, divisor } = source?.resourceFieldRef ?? {};
  const resourceFieldRef = resource && {
    resource,
    containerName,
    divisor: divisor && kplus.k8s.Quantity.fromString(divisor),
  };
  return { value: _value, valueFrom: source && { ...source, resourceFieldRef } };
}
