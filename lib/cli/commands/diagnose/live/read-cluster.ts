import type { Manifest } from '../../../../kubernetes/views/manifest';
import { CouldNotRun } from '../../../frame/could-not-run';
import { type LiveCluster, Refused } from './cluster';

/** What is read of a namespace: never Secrets, never logs. */
const RESOURCES = [
  'api/v1 pods',
  'api/v1 events',
  'api/v1 persistentvolumeclaims',
  'api/v1 services',
  'apis/apps/v1 deployments',
  'apis/apps/v1 replicasets',
  'apis/apps/v1 statefulsets',
  'apis/apps/v1 daemonsets',
  'apis/batch/v1 jobs',
  'apis/batch/v1 cronjobs',
] as const;

/** What helps, and what many users may not read or many clusters do not have. */
const HELPFUL = ['apis/metrics.k8s.io/v1beta1 pods'] as const;

/** The state of a cluster at one moment. */
export interface LiveEvidence {
  readonly objects: readonly Manifest[];
  /** What could not be read, as lines for stderr. */
  readonly gaps: readonly string[];
}

/**
 * Reads the objects of a namespace, or of all.
 *
 * @throws CouldNotRun if the pods cannot be read
 */
export async function readCluster(cluster: LiveCluster, allNamespaces: boolean): Promise<LiveEvidence> {
  const objects: Manifest[] = [];
  const gaps: string[] = [];
  const read = async (resource: string, isNeeded: boolean) => {
    const [group = '', plural = ''] = resource.split(' ');
    const where = allNamespaces ? plural : `namespaces/${encodeURIComponent(cluster.namespace)}/${plural}`;
    try {
      objects.push(...(await cluster.list(`/${group}/${where}`)));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (plural === 'pods' && isNeeded) throw new CouldNotRun(`the pods cannot be read: ${error.message}`);
      if (isNeeded) gaps.push(`${plural} cannot be read, and are left out: ${error.message}`);
    }
  };
  await Promise.all([
    ...RESOURCES.map((resource) => read(resource, true)),
    ...HELPFUL.map((resource) => read(resource, false)),
    readNodes(cluster, objects),
  ]);
  return { objects, gaps };
}

async function readNodes(cluster: LiveCluster, objects: Manifest[]): Promise<void> {
  try {
    objects.push(...(await cluster.list('/api/v1/nodes')));
  } catch (error) {
    // Nodes are of no namespace: users of one namespace may seldom read them.
    if (!(error instanceof Refused)) throw error;
  }
}
