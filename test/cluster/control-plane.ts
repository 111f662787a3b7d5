import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from './api-client';
import { ComponentProcess, freePort } from './component-process';
import { type Components, components } from './components';

export interface ControlPlaneOptions {
  /** `1.37` (the default) or `1.28`; KUBEBUILDER_ASSETS decides where it is set. */
  readonly version?: string;
  /** The older version as which the API server shall behave: `1.34`. Default: its own. */
  readonly emulated?: string;
  /** Also runs kube-controller-manager, with these of its controllers: `['deployment', 'replicaset']`. Default: none. */
  readonly controllers?: readonly string[];
  /** Further flags of kube-controller-manager, such as `--concurrent-deployment-syncs=1`. */
  readonly controllerFlags?: readonly string[];
  /** Of the admission plugins that are off, those that shall be on: `['ResourceQuota']`. Default: none. */
  readonly admissionPlugins?: readonly string[];
  /** Parallel connections of the client. Default 8. */
  readonly connections?: number;
}

/** DESIGN, "accepted means": what these admission plugins say is the policy of a cluster, not the API's. */
const PLUGINS_OFF = ['ServiceAccount', 'Priority', 'RuntimeClass', 'PodSecurity', 'LimitRanger', 'ResourceQuota'];

const MOST_STARTS = 3;

/**
 * A real etcd and kube-apiserver on loopback, with random ports and throw-away data. Both IP families are configured.
 * What it started stops with `stop()`, and with this process at the latest.
 */
export class ControlPlane {
  /** Starts etcd and kube-apiserver (and kube-controller-manager) and waits until they are ready. */
  static async start(options: ControlPlaneOptions = {}): Promise<ControlPlane> {
    const executables = await components(options.version ?? '1.37');
    for (let attempt = 1; ; attempt++) {
      const plane = new ControlPlane(executables, options);
      try {
        await plane.startAll();
        return plane;
      } catch (error) {
        await plane.stop();
        // Between being found free and being taken, a port may have gone to somebody else.
        if (attempt === MOST_STARTS || !/address already in use/.test(String(error))) throw error;
      }
    }
  }

  /** `1.37` */
  readonly version: string;
  /** A kubeconfig file of an administrator, for kubectl. */
  readonly kubeconfig: string;
  readonly kubectl: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-cluster-'));
  private readonly token = randomBytes(16).toString('hex');
  private readonly processes: ComponentProcess[] = [];
  private client: ApiClient | undefined;

  private constructor(
    private readonly executables: Components,
    private readonly options: ControlPlaneOptions,
  ) {
    this.version = options.emulated ?? executables.version;
    this.kubectl = executables.kubectl;
    this.kubeconfig = join(this.folder, 'kubeconfig');
  }

  /** Talks to the API server as an administrator. */
  get api(): ApiClient {
    if (this.client === undefined) throw new Error('the control plane is not started');
    return this.client;
  }

  /** Stops all components, waits until they are gone and removes their data. */
  async stop(): Promise<void> {
    this.client?.close();
    for (const process of this.processes.splice(0).reverse()) await process.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async startAll(): Promise<void> {
    const etcd = await this.startEtcd();
    const port = await this.startApiserver(etcd);
    if (this.options.controllers !== undefined) await this.startControllerManager(this.options.controllers, port);
  }

  private async startEtcd(): Promise<string> {
    const client = `http://127.0.0.1:${await freePort()}`;
    const peer = `http://127.0.0.1:${await freePort()}`;
    const process = this.run('etcd', this.executables.etcd, [
      `--data-dir=${join(this.folder, 'etcd')}`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
      '--unsafe-no-fsync',
      '--log-level=error',
    ]);
    await process.ready(() => answersOk(`${client}/health`), 120);
    return client;
  }

  private async startApiserver(etcd: string): Promise<number> {
    const port = await freePort();
    const keys = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const key = this.write('service-account.key', keys.privateKey);
    const tokens = this.write('tokens.csv', `${this.token},admin,admin,system:masters\n`);
    const process = this.run('kube-apiserver', this.executables.apiserver, [
      `--etcd-servers=${etcd}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      `--secure-port=${port}`,
      `--cert-dir=${join(this.folder, 'certificates')}`,
      `--service-account-issuer=https://127.0.0.1:${port}`,
      `--service-account-signing-key-file=${key}`,
      `--service-account-key-file=${key}`,
      `--token-auth-file=${tokens}`,
      '--authorization-mode=RBAC',
      '--allow-privileged=true',
      '--service-cluster-ip-range=10.0.0.0/16,fd00:10::/112',
      `--disable-admission-plugins=${PLUGINS_OFF.filter((plugin) => !this.options.admissionPlugins?.includes(plugin)).join(',')}`,
      '--enable-priority-and-fairness=false',
      '--max-requests-inflight=0',
      '--max-mutating-requests-inflight=0',
      '--endpoint-reconciler-type=none',
      '--profiling=false',
      ...(this.options.emulated === undefined ? [] : [`--emulated-version=${this.options.emulated}`]),
    ]);
    const client = new ApiClient(port, this.token, this.options.connections ?? 8);
    this.client = client;
    await process.ready(async () => (await client.get('/readyz')).status === 200, 240);
    await process.ready(async () => (await client.get('/api/v1/namespaces/default')).status === 200, 120);
    const cluster = { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true };
    this.write(
      'kubeconfig',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'test', cluster }],
        users: [{ name: 'admin', user: { token: this.token } }],
        contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin' } }],
        'current-context': 'test',
      }),
    );
    return port;
  }

  private async startControllerManager(controllers: readonly string[], apiPort: number): Promise<void> {
    const port = await freePort();
    const process = this.run('kube-controller-manager', this.executables.controllerManager, [
      `--kubeconfig=${this.kubeconfig}`,
      `--master=https://127.0.0.1:${apiPort}`,
      `--authentication-kubeconfig=${this.kubeconfig}`,
      `--authorization-kubeconfig=${this.kubeconfig}`,
      '--authorization-always-allow-paths=/healthz',
      `--controllers=${controllers.join(',')}`,
      '--leader-elect=false',
      '--use-service-account-credentials=false',
      '--bind-address=127.0.0.1',
      `--secure-port=${port}`,
      `--cert-dir=${join(this.folder, 'controller-certificates')}`,
      '--kube-api-qps=500',
      '--kube-api-burst=1000',
      ...(this.options.controllerFlags ?? []),
    ]);
    const health = new ApiClient(port, this.token, 1);
    try {
      await process.ready(async () => (await health.get('/healthz')).status === 200, 120);
    } finally {
      health.close();
    }
  }

  private run(name: string, executable: string, args: readonly string[]): ComponentProcess {
    const process = new ComponentProcess(name, executable, args, join(this.folder, `${name}.log`));
    this.processes.push(process);
    return process;
  }

  private write(name: string, text: string): string {
    const file = join(this.folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  }
}

function answersOk(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).once('error', () => resolve(false));
  });
}
