import { defineKind } from '../kind';
import { validateMetadata } from '../metadata';
import { dnsLabel, qualifiedName } from '../names';
import type { Namespace } from '../structure/generated/types';

const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];

/** Source: core/validation ValidateNamespace. */
export const namespace = defineKind<Namespace>({
  default: (object) => object,
  validate: ({ metadata = {}, spec = {} }, report, isUpdate) => {
    validateMetadata(metadata, false, dnsLabel, report);
    if (isUpdate) return;
    for (const finalizer of spec.finalizers ?? []) {
      report.invalidFor('spec.finalizers', finalizer, qualifiedName(finalizer));
      if (!finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer))
        report.invalid('spec.finalizers', finalizer, 'must have a domain');
    }
  },
});
