import { defineKind } from '../kind';
import { STANDARD_FINALIZERS, validateMetadata } from '../metadata';
import { dnsLabel, qualifiedName } from '../names';
import type { Namespace } from '../structure/generated/types';

/** Source: core/validation ValidateNamespace. */
export const namespace = defineKind<Namespace>({
  // Each Namespace has its name as a label too. Source: core/v1/defaults.go SetDefaults_Namespace.
  default: ({ metadata = {}, ...object }) => {
    const { name = '', labels } = metadata;
    if (name === '') return { ...object, metadata };
    return { ...object, metadata: { ...metadata, labels: { ...labels, 'kubernetes.io/metadata.name': name } } };
  },
  validate: ({ metadata = {}, spec = {} }, report, old) => {
    validateMetadata(metadata, false, dnsLabel, report);
    if (old !== undefined) return;
    for (const finalizer of spec.finalizers ?? []) {
      report.invalidFor('spec.finalizers', finalizer, qualifiedName(finalizer));
      if (!finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer))
        report.invalid('spec.finalizers', finalizer, 'must have a domain');
    }
  },
});
