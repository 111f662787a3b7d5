import type { WorkloadObject } from '../kubernetes/set/manifest-set';
import { isWithin } from '../kubernetes/text/field-path';
import type { Container } from '../kubernetes/views/container';
import { allContainers } from '../kubernetes/views/pod-template';
import type { Change, Place, Refusal } from './change';

/** The container that a violation is about. */
export function containerAt({ workload }: WorkloadObject, { path, container }: Place): Container | undefined {
  const containers = allContainers(workload.template);
  return (
    containers.find((each) => isWithin(path, each.path)) ??
    (container == null ? undefined : containers.find(({ name }) => name === container))
  );
}

/** The fix of a rule whose violations are about one container each. */
export function onContainer<O extends WorkloadObject, C>(
  fix: (container: Container, object: O, context: C) => Change | Refusal,
): (object: O, violation: Place, context: C) => Change | Refusal {
  return (object, violation, context) => {
    const container = containerAt(object, violation);
    return container === undefined ? { because: 'its container is not known' } : fix(container, object, context);
  };
}
