import { list } from '../../lifecycle/arguments/collections';
import { required } from '../../lifecycle/arguments/kind';
import { flag, text } from '../../lifecycle/arguments/scalars';
import { nested, struct } from '../../lifecycle/arguments/struct';
import { HEALTH_CHECKS, type HealthChecks } from '../../lifecycle/values/health-checks';
import { ROLLING_OPTIONS, type RollingOptions, WORKLOAD_OPTIONS, type WorkloadOptions } from './workload-options';

/** A file or folder of the node. */
export interface HostPathOptions {
  /** Absolute path on the node. */
  readonly hostPath: string;
  /**
   * Absolute path in the main container.
   * @default - the same
   */
  readonly path?: string;
  /**
   * Type of what must exist there: `Directory`, `DirectoryOrCreate`, `File`, `FileOrCreate`, `Socket`, `CharDevice`, `BlockDevice`.
   * @default - anything
   */
  readonly type?: string;
  /**
   * Whether the container may only read.
   * @default true
   */
  readonly readOnly?: boolean;
}

export const HOST_PATH_OPTIONS = struct<HostPathOptions>('HostPathOptions', {
  hostPath: required(text("an absolute path on the node, such as '/var/log'")),
  path: text(),
  type: text(),
  readOnly: flag(),
});

/** Properties of a NodeAgent. */
export interface NodeAgentProps extends WorkloadOptions, RollingOptions {
  /**
   * How the app is asked whether it lives and has started; a check without a port asks the first of `ports`.
   * @default - it is not asked
   */
  readonly health?: HealthChecks;
  /**
   * Whether the pods use the node's network.
   * @default false
   */
  readonly hostNetwork?: boolean;
  /**
   * Whether the pods see the node's processes.
   * @default false
   */
  readonly hostPID?: boolean;
  /**
   * Files and folders of the node.
   * @default - none
   */
  readonly hostPaths?: HostPathOptions[];
}

export const NODE_AGENT_PROPS = struct<NodeAgentProps>('NodeAgentProps', {
  ...WORKLOAD_OPTIONS.properties,
  ...ROLLING_OPTIONS.properties,
  health: HEALTH_CHECKS,
  hostNetwork: flag(),
  hostPID: flag(),
  hostPaths: list(nested(HOST_PATH_OPTIONS)),
});
