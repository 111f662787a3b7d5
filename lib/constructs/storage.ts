import { parseQuantity } from '../kubernetes/text/quantity';
import { bytesProblem } from '../lifecycle/arithmetic/bytes';
import { checkName } from './names';
import type { JsonRecord } from './synth/final-json';
import { isRecord } from './synth/merge';

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

/** The claim template of one volume. */
export function claimJson({
  name,
  size,
  path,
  storageClassName,
  accessMode = 'ReadWriteOnce',
}: StorageOptions): JsonRecord {
  if (!path.startsWith('/')) throw new Error(`'storage' mounts '${name}' at '${path}', and a path must begin with '/'`);
  if ((parseQuantity(size) ?? 0n) <= 0n)
    throw new Error(`'storage' gives '${name}' a size of '${size}': write one like '10Gi'`);
  const problem = bytesProblem('size', size);
  if (problem !== undefined) throw new Error(problem);
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: checkName(name) },
    spec: {
      accessModes: [accessMode],
      resources: { requests: { storage: size } },
      ...(storageClassName !== undefined && { storageClassName }),
    },
  };
}

/** Adds mounts to a container of a workload's spec; the claims make the volumes. */
export function addMounts(spec: JsonRecord, containerName: string, mounts: readonly JsonRecord[]): void {
  const template = isRecord(spec.template) && isRecord(spec.template.spec) ? spec.template.spec : {};
  const containers = Array.isArray(template.containers) ? template.containers : [];
  const container = containers.find((each): each is JsonRecord => isRecord(each) && each.name === containerName);
  if (container === undefined || mounts.length === 0) return;
  const present = Array.isArray(container.volumeMounts) ? container.volumeMounts : [];
  container.volumeMounts = [...present, ...mounts];
}
