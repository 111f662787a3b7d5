import { validateImmutable } from '../immutable';
import { defineKind } from '../kind';
import { validateMetadata } from '../metadata';
import { dnsSubdomain } from '../names';
import { defaultPodTemplate } from '../pod/defaults';
import { validateNonnegative } from '../quantities';
import type { ReplicaSet } from '../structure/generated/types';
import { NEW_SELECTOR, validateRunningTemplate, validateSelector, validateSharedDisks } from './template';

/** Source: apps/v1/defaults.go SetDefaults_ReplicaSet, apps/validation ValidateReplicaSet. */
export const replicaSet = defineKind<ReplicaSet>({
  podSpec: 'spec.template.spec',
  setsGenerationFrom: 28,
  default: (object, report) => {
    const spec = object.spec ?? {};
    return {
      ...object,
      spec: { ...spec, replicas: spec.replicas ?? 1, template: defaultPodTemplate(spec.template ?? {}, report) },
    };
  },
  validate: ({ metadata = {}, spec = {} }, report) => {
    const { template = {} } = spec;
    validateMetadata(metadata, true, dnsSubdomain, report);
    validateNonnegative(spec.replicas, 'spec.replicas', report);
    validateNonnegative(spec.minReadySeconds, 'spec.minReadySeconds', report);
    const isReadable = validateSelector(spec.selector, template, 'spec', report);
    if (isReadable) {
      validateRunningTemplate(template, 'spec.template', report);
      if ((spec.replicas ?? 0) > 1) validateSharedDisks(template, 'spec.template', report);
    }
  },
  validateUpdate: ({ spec }, old, report) =>
    validateImmutable(spec?.selector, old.spec?.selector, 'spec.selector', NEW_SELECTOR, report),
});
