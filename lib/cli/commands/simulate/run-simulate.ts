import { ManifestSet } from '../../../kubernetes/set/manifest-set';
import { KubernetesVersion } from '../../../kubernetes/versions/kubernetes-version';
import { describeRef } from '../../../kubernetes/views/manifest';
import { type Workload, workloadOf } from '../../../kubernetes/views/workload';
import { TrafficRoute } from '../../../lifecycle/values/traffic-route';
import type { PageOrigin } from '../../../rollout/picture/page-footer';
import type { WorkloadReport } from '../../../rollout/report';
import { CouldNotRun } from '../../could-not-run';
import { isUnread, type ReadResult, readManifests } from '../../input/read-manifests';
import { jsonWithList } from '../../output/json-with-list';
import { note, noteReading, problemText, tell } from '../../output/notes';
import { stylesFor } from '../../output/terminal';
import { writeAll } from '../../output/write-all';
import { configFile } from '../../settings/config-file';
import type { SimulateFlags } from './command';
import { loadScenario } from './load-scenario';
import { type Given, pageOriginOf, type Simulated } from './page-origin';
import { simulateAll } from './simulate-all';
import { toText } from './text';

/** Runs `simulate`: the answer goes to stdout, all else to stderr, and the verdict into the exit code. */
export async function runSimulate(paths: readonly string[], flags: SimulateFlags): Promise<void> {
  const given = await givenBy(flags);
  const read = await readManifests(paths);
  noteReading(read, flags);
  const simulated = simulateAll(read, given.options, flags);
  const reports = simulated.map(({ report }) => report);
  writeAll(await print(simulated, () => pageOriginOf(read, given, simulated, flags), flags));
  for (const line of notSimulated(read)) note(line, flags);
  for (const problem of read.problems) tell(problemText(problem));
  if (reports.length === 0 && read.documents.length > 0) {
    note('there is no Deployment, StatefulSet or DaemonSet with pods in what was read', flags);
  }
  process.exitCode = exitCode(read, reports);
}

async function givenBy(flags: SimulateFlags): Promise<Given> {
  const file = configFile(flags.config, flags);
  const settings = file === undefined ? {} : (await import('../../settings/load-config')).loadConfig(file);
  const version =
    flags.kubernetesVersion === undefined
      ? settings.version
      : refused(() => KubernetesVersion.of(flags.kubernetesVersion ?? ''));
  const route = flags.route === undefined ? settings.route : refused(() => TrafficRoute._parse(flags.route ?? ''));
  const from = flags.from === undefined ? undefined : await readFrom(flags.from);
  const scenario = flags.scenario === undefined ? undefined : loadScenario(flags.scenario);
  return { options: { scenario, from: from?.set, version, route }, config: file, fromFiles: from?.files ?? [] };
}

function refused<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new CouldNotRun((error as Error).message);
  }
}

/** What runs now, as one set: it is only looked up by name. */
async function readFrom(paths: readonly string[]): Promise<{ set: ManifestSet; files: readonly string[] }> {
  const { documents, problems, files } = await readManifests(paths);
  const unread = problems.find(isUnread);
  if (unread !== undefined) throw new CouldNotRun(`--from: ${problemText(unread)}`);
  return { set: ManifestSet.of(documents.map(({ manifest }) => manifest)), files };
}

/** Long-running workloads of kinds whose rollouts the simulator does not know, and objects without a kind. */
function notSimulated({ documents }: ReadResult): readonly string[] {
  const kinds: ReadonlySet<string> = new Set(['Rollout', 'DeploymentConfig', 'ReplicaSet', 'ReplicationController']);
  const unknown = documents
    .map(({ manifest }) => workloadOf(manifest))
    .filter((workload) => workload !== undefined && kinds.has(workload.kind))
    .map((workload) => describeRef((workload as Workload).ref))
    .map((name) => `${name} is not simulated: only Deployments, StatefulSets and DaemonSets are`);
  const broken = documents.flatMap(({ manifest: { kind, apiVersion }, file, locate }) => {
    if ((kind === undefined) === (apiVersion === undefined)) return [];
    const missing = kind === undefined ? "'kind'" : "'apiVersion'";
    return [`${file}:${locate('').line}: an object has no ${missing}, so no cluster takes it`];
  });
  return [...unknown, ...broken];
}

async function print(
  simulated: readonly Simulated[],
  origin: () => PageOrigin,
  flags: SimulateFlags,
): Promise<Iterable<string>> {
  const reports = simulated.map(({ report }) => report);
  switch (flags.output) {
    case 'json':
      return jsonWithList((workloads) => ({ workloads }), reports);
    case 'svg':
      return [(await import('../../../rollout/picture/svg')).toSvg(reports)];
    case 'html':
      return [(await import('../../../rollout/picture/page')).toPage(reports, origin())];
    case 'text':
      return toText(reports, flags, stylesFor(process.stdout, flags), process.stdout.columns ?? 100);
  }
}

function exitCode({ documents, problems }: ReadResult, reports: readonly WorkloadReport[]): number {
  if (documents.length === 0 || problems.some(isUnread)) return 2;
  return reports.some(({ verdict }) => verdict !== 'no-loss') ? 1 : 0;
}
