import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import type { WorkloadKind } from '../kubernetes/views/workload';
import { type ClaimVolume, tightestClaim } from './claims';
import { type HostPort, hostPortsOf } from './host-ports';
import type { RollingUpdatePlan } from './update-strategy';

/** What only one pod of a workload can have at a time. */
export interface Exclusion {
  /** A port of the node: one pod a node. */
  readonly hostPort: HostPort | undefined;
  /** A claim that one pod can mount, or the pods of one node. */
  readonly claim: ClaimVolume | undefined;
}

/** Reads what keeps two pods of a workload apart; nothing where the object is no workload. */
export function exclusionOf(set: ManifestSet, object: SetObject): Exclusion {
  const { workload } = object;
  return {
    hostPort: workload === undefined ? undefined : hostPortsOf(workload.template)[0],
    claim: tightestClaim(set, object),
  };
}

/** A new pod of a rolling update waits for an old one, which is kept until the new one is available. */
export type Deadlock =
  /** Of a Deployment: wherever no node is free of the port. */
  | { readonly over: 'host-port'; readonly hostPort: HostPort }
  /** For certain where one pod can mount the claim; where one node can, if the new pod comes to another. */
  | { readonly over: 'claim'; readonly claim: ClaimVolume; readonly staying: number };

/** Finds what a rolling update of so many pods (of a DaemonSet: nodes) may wait for without end. */
export function deadlockOf(
  kind: WorkloadKind,
  { surge, unavailable }: RollingUpdatePlan,
  pods: number,
  { hostPort, claim }: Exclusion,
): Deadlock | undefined {
  // A StatefulSet starts no pod before its predecessor is gone.
  if (kind === 'StatefulSet') return undefined;
  if (kind === 'DaemonSet') return hostPort && surge > 0 ? { over: 'host-port', hostPort } : undefined;
  const staying = pods - unavailable;
  if (claim !== undefined && staying > 0) return { over: 'claim', claim, staying };
  return hostPort && unavailable === 0 ? { over: 'host-port', hostPort } : undefined;
}
