import { type Command, shellLine } from '../../../diagnosis/telling/command';
import type { SetObject, WorkloadObject } from '../../../kubernetes/set/manifest-set';
import type { Workload } from '../../../kubernetes/views/workload';

const SHORT: Readonly<Record<string, string>> = {
  Deployment: 'deployment',
  StatefulSet: 'statefulset',
  DaemonSet: 'daemonset',
  Job: 'job',
  CronJob: 'cronjob',
  ReplicaSet: 'replicaset',
  Pod: 'pod',
};

/** The commands of one workload, with its real names; `pods` finds its pods by their labels. */
export class Commands {
  private readonly kubectl: readonly string[];
  private readonly pods: readonly string[];
  private readonly resource: string;

  public constructor(object: WorkloadObject) {
    const { ref, workload } = object;
    this.kubectl = kubectlIn(object);
    this.resource = `${SHORT[workload.kind] ?? workload.kind.toLowerCase()}/${ref.name ?? ''}`;
    const labels = selectorOf(workload);
    this.pods =
      workload.kind === 'Pod' ? [`pod/${ref.name ?? ''}`] : labels.length === 0 ? [] : ['-l', labels.join(',')];
  }

  public line(...words: Command): string {
    return shellLine([...this.kubectl, ...words]);
  }

  public getPods(): string {
    return this.line('get', ...(this.pods[0]?.startsWith('pod/') ? [] : ['pods']), ...this.pods, '-o', 'wide');
  }

  public describePods(): string {
    return this.line('describe', ...(this.pods[0]?.startsWith('pod/') ? [] : ['pods']), ...this.pods);
  }

  public describe(): string {
    return this.line('describe', this.resource);
  }

  public logs(container: string, previous: boolean): string {
    return this.line(
      'logs',
      ...this.pods,
      '-c',
      container,
      '--prefix',
      '--tail=200',
      ...(previous ? ['--previous'] : []),
    );
  }

  public topPods(): string {
    const [first] = this.pods;
    return this.line(
      'top',
      'pod',
      ...(first?.startsWith('pod/') ? [first.slice('pod/'.length)] : this.pods),
      '--containers',
    );
  }

  public warnings(): string {
    return this.line('get', 'events', '--field-selector', 'type=Warning', '--sort-by=.lastTimestamp');
  }

  public get(kind: string, name: string): string {
    return this.line('get', `${kind.toLowerCase()}/${name}`);
  }

  public describeOther(kind: string, name: string): string {
    return this.line('describe', `${kind.toLowerCase()}/${name}`);
  }

  public rolloutStatus(): string {
    return this.line('rollout', 'status', this.resource);
  }

  public rolloutHistory(): string {
    return this.line('rollout', 'history', this.resource);
  }

  public rolloutUndo(): string {
    return this.line('rollout', 'undo', this.resource);
  }

  /** The live diagnosis of this workload; a watch ends early when a rollout cannot succeed. */
  public diagnose(...options: readonly string[]): string {
    return shellLine([
      'npx',
      'cdk8s-lifecycle',
      'diagnose',
      '--live',
      ...this.kubectl.slice(1),
      ...options,
      this.resource,
    ]);
  }
}

/** The first words of every command on objects of a namespace. */
export function kubectlIn({ namespace }: SetObject): readonly string[] {
  return namespace === '' ? ['kubectl'] : ['kubectl', '-n', namespace];
}

/** The labels that find the pods of a workload; those of a Job are written by its controller. */
function selectorOf({ kind, ref, selector, template }: Workload): readonly string[] {
  if (kind === 'Job') return [`batch.kubernetes.io/job-name=${ref.name ?? ''}`];
  const labels = (selector?.matchLabels ?? (kind === 'CronJob' ? template.labels : {})) as Readonly<
    Record<string, unknown>
  >;
  return Object.entries(labels).map(([key, value]) => `${key}=${String(value)}`);
}
