import { list } from '../../lifecycle/arguments/collections';
import { required } from '../../lifecycle/arguments/kind';
import { oneOf, quantity, text, wholeNumber } from '../../lifecycle/arguments/scalars';
import { nested, struct } from '../../lifecycle/arguments/struct';
import { HEALTH_CHECKS } from '../../lifecycle/values/health-checks';
import { PodManagementPolicy } from '../pod-management-policy';
import { SERVING_OPTIONS, type ServingOptions } from './serving-options';
import {
  REPLICATED_OPTIONS,
  type ReplicatedOptions,
  ROLLING_OPTIONS,
  type RollingOptions,
  WORKLOAD_OPTIONS,
  type WorkloadOptions,
} from './workload-options';

/** A volume that each pod claims for itself and keeps over restarts. */
export interface StorageOptions {
  /** Name of the claim. */
  readonly name: string;
  /** Size, such as `10Gi`. */
  readonly size: string;
  /** Absolute path in the main container. */
  readonly path: string;
  /**
   * Storage class.
   * @default - the cluster's default
   */
  readonly storageClassName?: string;
  /**
   * Access mode.
   * @default 'ReadWriteOnce'
   */
  readonly accessMode?: string;
}

export const STORAGE_OPTIONS = struct<StorageOptions>('StorageOptions', {
  name: required(text("the name of the claim, such as 'data'")),
  size: required(quantity('10Gi')),
  path: required(text("an absolute path, such as '/var/lib/data'")),
  storageClassName: text(),
  accessMode: text(),
});

/** Properties of a StatefulService. */
export interface StatefulServiceProps extends WorkloadOptions, RollingOptions, ReplicatedOptions, ServingOptions {
  /**
   * Volumes that each pod claims for itself.
   * @default - none
   */
  readonly storage?: StorageOptions[];
  /**
   * Whether pods start and stop one after the other.
   * @default PodManagementPolicy.ORDERED_READY
   */
  readonly podManagementPolicy?: PodManagementPolicy;
  /**
   * Pods with an ordinal below this are not updated.
   * @default 0
   */
  readonly partition?: number;
}

export const STATEFUL_SERVICE_PROPS = struct<StatefulServiceProps>('StatefulServiceProps', {
  ...WORKLOAD_OPTIONS.properties,
  ...ROLLING_OPTIONS.properties,
  ...REPLICATED_OPTIONS.properties,
  ...SERVING_OPTIONS.properties,
  health: required(HEALTH_CHECKS, 'HealthChecks.tcp(), or another of its kinds'),
  storage: list(nested(STORAGE_OPTIONS)),
  podManagementPolicy: oneOf('PodManagementPolicy', PodManagementPolicy),
  partition: wholeNumber(),
});
