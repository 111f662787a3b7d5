import { defineKind } from '../kind';
import { defaultPodSpec } from '../pod/defaults';
import { defaultPod } from '../pod/of-pod-only';
import { validatePod } from '../pod/pod';
import type { Pod } from '../structure/generated/types';

export const pod = defineKind<Pod>({
  podSpec: 'spec',
  setsGenerationFrom: 33,
  default: (object, report) => defaultPod({ ...object, spec: defaultPodSpec(object.spec ?? {}, report) }, report),
  validate: validatePod,
});
