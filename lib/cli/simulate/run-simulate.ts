import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { describeRef } from '../../kubernetes/manifest';
import { ManifestSet, type SetObject } from '../../kubernetes/manifest-set';
import { type Workload, workloadOf } from '../../kubernetes/workload';
import { TrafficRoute } from '../../lifecycle/traffic-route';
import type { PageOrigin } from '../../rollout/picture/page-footer';
import type { RolloutEvent } from '../../rollout/plan';
import { type PlanOptions, planOf } from '../../rollout/reading/read-plan';
import { reportOfPlan, type WorkloadReport } from '../../rollout/report';
import { findConfig } from '../config/find-config';
import { loadConfig } from '../config/load-config';
import { CouldNotRun } from '../could-not-run';
import { setsOf } from '../manifest-sets';
import { type ReadResult, readManifests } from '../read-manifests';
import type { SimulateFlags } from '../simulate';
import { stylesFor } from '../terminal';
import { loadScenario } from './load-scenario';
import { type Given, pageOriginOf, type Simulated } from './page-origin';
import { Progress } from './progress';
import { toText } from './text';

/** Runs `simulate`: the answer goes to stdout, all else to stderr, and the verdict into the exit code. */
export async function runSimulate(paths: readonly string[], flags: SimulateFlags): Promise<void> {
  const given = await givenBy(flags);
  const read = await readManifests(paths);
  for (const hint of read.hints) tell(`hint: ${hint}`);
  const simulated = simulateAll(read, given.options, flags);
  const reports = simulated.map(({ report }) => report);
  process.stdout.write(await print(simulated, () => pageOriginOf(read, given, simulated, flags), flags));
  for (const name of notSimulated(read))
    tell(`${name} is not simulated: only Deployments, StatefulSets and DaemonSets are`);
  for (const { file, line, message } of read.problems) tell(`${file}${line === null ? '' : `:${line}`}: ${message}`);
  if (reports.length === 0) tell('there is no Deployment, StatefulSet or DaemonSet with pods in what was read');
  process.exitCode = exitCode(read, reports);
}

async function givenBy(flags: SimulateFlags): Promise<Given> {
  const file = flags.config === false ? undefined : (flags.config ?? findConfig(process.cwd()));
  const settings = file === undefined ? {} : loadConfig(file);
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
  const [unread] = problems.filter(({ kind }) => kind === 'unreadable' || kind === 'unparsable');
  if (unread !== undefined) throw new CouldNotRun(`${unread.file}: ${unread.message}`);
  return { set: ManifestSet.of(documents.map(({ manifest }) => manifest)), files };
}

interface Task {
  readonly set: ManifestSet;
  readonly object: SetObject;
  readonly event: RolloutEvent;
}

function simulateAll(read: ReadResult, options: PlanOptions, flags: SimulateFlags): readonly Simulated[] {
  const events = flags.event ?? [options.scenario?.event ?? 'rollout'];
  const tasks = setsOf(read).flatMap(({ set }) =>
    set.objects
      .filter((object) => object.workload !== undefined)
      .flatMap((object) => events.map((event): Task => ({ set, object, event }))),
  );
  const progress = new Progress(tasks.length);
  const simulated = tasks.flatMap(({ set, object, event }, index) => {
    const plan = refused(() => planOf(set, object, options));
    if (plan === undefined) return [];
    const { seed, runs } = flags;
    const what = `${describeRef(object.ref)}: ${event}`;
    const onRun = (done: number, of: number) => progress.tell(index + done / of, what);
    const report = reportOfPlan(plan, { event, seed, runs, onRun, watchSeconds: options.scenario?.watchSeconds });
    return [{ report, file: object.origin }];
  });
  progress.end();
  return simulated;
}

/** Long-running workloads of kinds whose rollouts the simulator does not know. */
function notSimulated({ documents }: ReadResult): readonly string[] {
  const kinds: ReadonlySet<string> = new Set(['Rollout', 'DeploymentConfig', 'ReplicaSet', 'ReplicationController']);
  return documents
    .map(({ manifest }) => workloadOf(manifest))
    .filter((workload) => workload !== undefined && kinds.has(workload.kind))
    .map((workload) => describeRef((workload as Workload).ref));
}

async function print(
  simulated: readonly Simulated[],
  origin: () => PageOrigin,
  { output }: SimulateFlags,
): Promise<string> {
  const reports = simulated.map(({ report }) => report);
  switch (output) {
    case 'json':
      return `${JSON.stringify({ workloads: reports }, null, 2)}\n`;
    case 'svg':
      return (await import('../../rollout/picture/svg')).toSvg(reports);
    case 'html':
      return (await import('../../rollout/picture/page')).toPage(reports, origin());
    case 'text':
      return toText(reports, stylesFor(process.stdout), process.stdout.columns ?? 100);
  }
}

function exitCode({ problems }: ReadResult, reports: readonly WorkloadReport[]): number {
  if (problems.some(({ kind }) => kind === 'unreadable' || kind === 'unparsable')) return 2;
  return reports.some(({ verdict }) => verdict !== 'no-loss') ? 1 : 0;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
