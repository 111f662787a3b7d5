import { parseQuantity } from '../../kubernetes/text/quantity';
import { bytesProblem } from '../../lifecycle/arithmetic/bytes';
import type { Fields } from '../fields';
import { checkName } from '../names';
import type { StorageOptions } from '../props/stateful-service-props';

/** The claim template of one volume. */
export function planClaim({
  name,
  size,
  path,
  storageClassName,
  accessMode = 'ReadWriteOnce',
}: StorageOptions): Fields {
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
