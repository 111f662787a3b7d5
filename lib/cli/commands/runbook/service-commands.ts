import { shellLine } from '../../../diagnosis/telling/command';
import type { SetObject } from '../../../kubernetes/set/manifest-set';
import { servicePorts } from '../../../kubernetes/set/service';
import { objectOf } from '../../../kubernetes/views/json';
import { kubectlIn } from './commands';

/** The commands that follow a request through a Service; all of them only read. */
export class ServiceCommands {
  private readonly kubectl: readonly string[];
  private readonly name: string;

  public constructor(private readonly service: SetObject) {
    this.kubectl = kubectlIn(service);
    this.name = service.ref.name ?? '';
  }

  public get(): string {
    return this.line('get', `service/${this.name}`, '-o', 'wide');
  }

  /** What the Service sends to, with the conditions of each endpoint. */
  public endpoints(): string {
    return this.line('describe', 'endpointslices', '-l', `kubernetes.io/service-name=${this.name}`);
  }

  public selectedPods(): string {
    const labels = Object.entries(objectOf(objectOf(this.service.manifest.spec).selector));
    return this.line(
      'get',
      'pods',
      '-l',
      labels.map(([key, value]) => `${key}=${String(value)}`).join(','),
      '-o',
      'wide',
    );
  }

  /** Asks the pods through the API server, past everything that stands before the Service; none without a namespace. */
  public ask(path: string): string | undefined {
    const { namespace } = this.service;
    const port = servicePorts(this.service).find(({ protocol, port }) => protocol === 'TCP' && port !== undefined);
    if (namespace === '' || port === undefined) return undefined;
    const target = [namespace, 'services', `${this.name}:${port.port}`, 'proxy'].map(encodeURIComponent).join('/');
    return shellLine(['kubectl', 'get', '--raw', `/api/v1/namespaces/${target.replaceAll('%3A', ':')}${path}`]);
  }

  private line(...words: readonly string[]): string {
    return shellLine([...this.kubectl, ...words]);
  }
}

/** Everything that the cluster knows of what stands before a Service. */
export function describeFront(front: SetObject): string {
  return shellLine([
    ...kubectlIn(front),
    'describe',
    `${(front.ref.kind ?? '').toLowerCase()}/${front.ref.name ?? ''}`,
  ]);
}
