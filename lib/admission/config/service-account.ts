import { defineKind } from '../kind';
import { validateMetadata } from '../metadata';
import { dnsSubdomain } from '../names';
import type { ServiceAccount } from '../structure/generated/types';

/** Source: core/validation ValidateServiceAccount. */
export const serviceAccount = defineKind<ServiceAccount>({
  default: (object) => object,
  validate: ({ metadata = {} }, report) => validateMetadata(metadata, true, dnsSubdomain, report),
});
