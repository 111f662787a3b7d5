import { ManifestSet } from '../../../kubernetes/set/manifest-set';
import { describeRef } from '../../../kubernetes/views/manifest';
import { workloadOf } from '../../../kubernetes/views/workload';
import type { WorkloadReport } from '../../../rollout/report';
import type { Answer } from '../../frame/answer';
import { isIncomplete, problemText, type ReadResult, readManifests, readNamedBy } from '../../input/read-manifests';
import { noted, noteReading } from '../../output/notes';
import { settingsFrom } from '../../settings/settings-from';
import type { SimulateFlags } from './flags';
import { loadScenario } from './load-scenario';
import { type Given, pageOriginOf } from './page-origin';
import { print } from './print';
import { simulateAll } from './simulate-all';

/** Runs `simulate`. */
export async function run(paths: readonly string[], flags: SimulateFlags): Promise<Answer> {
  const given = await givenBy(flags);
  const read = await readManifests(paths);
  noteReading(read, flags);
  const simulated = simulateAll(read, given.options, flags);
  const reports = simulated.map(({ report }) => report);
  return {
    result: await print(reports, () => pageOriginOf(read, given, simulated, flags), flags),
    notes: [
      ...noted(notSimulated(read), flags),
      ...read.problems.map(problemText),
      ...(reports.length === 0 && read.documents.length > 0 ? noted([NO_WORKLOAD], flags) : []),
    ],
    exitCode: isIncomplete(read) ? 2 : exitCode(reports),
  };
}

const NO_WORKLOAD = 'there is no Deployment, StatefulSet or DaemonSet with pods in what was read';

async function givenBy(flags: SimulateFlags): Promise<Given> {
  const { file, version, route } = await settingsFrom(flags);
  const from = flags.from === undefined ? undefined : await readFrom(flags.from);
  const scenario = flags.scenario === undefined ? undefined : loadScenario(flags.scenario);
  return { options: { scenario, from: from?.set, version, route }, config: file, fromFiles: from?.files ?? [] };
}

/** What runs now, as one set: it is only looked up by name. */
async function readFrom(paths: readonly string[]): Promise<{ set: ManifestSet; files: readonly string[] }> {
  const { documents, files } = await readNamedBy('--from', paths);
  return { set: ManifestSet.of(documents.map(({ manifest }) => manifest)), files };
}

const NOT_SIMULATED: ReadonlySet<string> = new Set([
  'Rollout',
  'DeploymentConfig',
  'ReplicaSet',
  'ReplicationController',
]);

/** Long-running workloads of kinds whose rollouts the simulator does not know, and objects without a kind. */
function notSimulated({ documents }: ReadResult): readonly string[] {
  const others = documents.flatMap(({ manifest }) => {
    const workload = workloadOf(manifest);
    if (workload === undefined || !NOT_SIMULATED.has(workload.kind)) return [];
    return [`${describeRef(workload.ref)} is not simulated: only Deployments, StatefulSets and DaemonSets are`];
  });
  const broken = documents.flatMap(({ manifest: { kind, apiVersion }, file, locate }) => {
    if ((kind === undefined) === (apiVersion === undefined)) return [];
    const missing = kind === undefined ? "'kind'" : "'apiVersion'";
    return [`${file}:${locate('').line}: an object has no ${missing}, so no cluster takes it`];
  });
  return [...others, ...broken];
}

function exitCode(reports: readonly WorkloadReport[]): number {
  return reports.some(({ verdict }) => verdict !== 'no-loss') ? 1 : 0;
}
