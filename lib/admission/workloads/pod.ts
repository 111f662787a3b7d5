import { defineKind } from '../kind';
import { isLive } from '../live';
import { asCreated } from '../pod/as-created';
import { defaultPodSpec } from '../pod/defaults';
import { defaultPod } from '../pod/of-pod-only';
import { validatePod } from '../pod/pod';
import { validatePodUpdate } from '../pod/pod-update';
import { withDefaultTolerations, withOldAccount, withServerFields } from '../pod/server-fields';
import type { Pod } from '../structure/generated/types';

export const pod = defineKind<Pod>({
  podSpec: 'spec',
  setsGenerationFrom: 33,
  default: (object, report, old) => {
    const filled = defaultPod({ ...object, spec: defaultPodSpec(object.spec ?? {}, report) }, report);
    if (old === undefined) return asCreated(filled, report);
    if (isLive(object)) return withDefaultTolerations(filled, old);
    const kept = withOldAccount(filled, object, old);
    // A manifest is compared with the live Pod that was made of it.
    return isLive(old) ? withServerFields(withDefaultTolerations(asCreated(kept, report), old), old) : kept;
  },
  validate: validatePod,
  validateUpdate: validatePodUpdate,
});
