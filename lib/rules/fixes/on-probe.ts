import type { Change, Place, Refusal } from '../../fixing/change';
import { containerAt } from '../../fixing/on-container';
import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import type { Probe } from '../../kubernetes/views/container';
import { probesOf } from '../../workloads/probes';

/** The fix of a rule whose violations are about one probe each. */
export function onProbe(fix: (probe: Probe) => Change): (object: WorkloadObject, violation: Place) => Change | Refusal {
  return (object, violation) => {
    const container = containerAt(object, violation);
    const probes = container === undefined ? [] : probesOf(container);
    const probe = probes.find(({ path }) => violation.path.startsWith(path));
    return probe === undefined ? { because: 'its probe is not known' } : fix(probe);
  };
}
