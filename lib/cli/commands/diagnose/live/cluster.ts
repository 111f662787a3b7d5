import { request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { listOf, objectOf, stringOf } from '../../../../kubernetes/views/json';
import type { Manifest } from '../../../../kubernetes/views/manifest';
import { CouldNotRun, orCouldNotRun, reasonOf } from '../../../frame/could-not-run';

/** Which cluster, as kubectl's options of the same names say it. */
export interface ClusterOptions {
  readonly context?: string;
  readonly kubeconfig?: string;
  readonly namespace?: string;
}

/** An answer other than 200. */
export class Refused extends Error {
  public constructor(
    public readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const TIME_OUT = 30_000;
const PAGE = 500;

/** A cluster as a kubeconfig names it. It is only ever read: GET is the one method there is. */
export class LiveCluster {
  /**
   * Reads the kubeconfig as kubectl does: the file that is named, else KUBECONFIG, ~/.kube/config, or the service account.
   *
   * @throws CouldNotRun if there is no such file or context
   */
  public static async connect(options: ClusterOptions): Promise<LiveCluster> {
    const { KubeConfig } = await import('@kubernetes/client-node/dist/config.js');
    const config = new KubeConfig();
    const { kubeconfig } = options;
    orCouldNotRun(
      () => (kubeconfig === undefined ? config.loadFromDefault() : config.loadFromFile(kubeconfig)),
      (reason) => `the kubeconfig cannot be read: ${reason}`,
    );
    if (options.context !== undefined) {
      const names = config.getContexts().map(({ name }) => name);
      if (!names.includes(options.context)) {
        throw new CouldNotRun(
          `the kubeconfig has no context "${options.context}"; it has ${names.map((name) => `"${name}"`).join(', ') || 'none'}`,
        );
      }
      config.setCurrentContext(options.context);
    }
    if (config.getCurrentCluster() === null)
      throw new CouldNotRun('the kubeconfig names no cluster; choose one with --context');
    allowPlainHttp(config);
    const context = config.getContextObject(config.getCurrentContext());
    return new LiveCluster(config, options.namespace ?? context?.namespace ?? 'default');
  }

  private constructor(
    private readonly config: KubeConfig,
    public readonly namespace: string,
  ) {}

  /**
   * Reads all objects of a list, page by page.
   *
   * @throws Refused if the API server answers with another status than 200; CouldNotRun if it does not answer
   */
  public async list(path: string): Promise<readonly Manifest[]> {
    const items: Manifest[] = [];
    let next = '';
    do {
      const query = next === '' ? `limit=${PAGE}` : `limit=${PAGE}&continue=${encodeURIComponent(next)}`;
      const list = objectOf(await this.get(`${path}?${query}`));
      const kind = (stringOf(list.kind) ?? '').replace(/List$/, '');
      for (const item of listOf(list.items)) items.push({ apiVersion: list.apiVersion, kind, ...objectOf(item) });
      next = stringOf(objectOf(list.metadata).continue) ?? '';
    } while (next !== '');
    return items;
  }

  private async authenticate(options: RequestOptions): Promise<void> {
    try {
      await this.config.applyToHTTPSOptions(options);
    } catch (error) {
      throw new CouldNotRun(`the credentials of the kubeconfig do not work: ${reasonOf(error)}`);
    }
  }

  private async get(path: string): Promise<unknown> {
    const server = this.config.getCurrentCluster()?.server ?? '';
    // Joined, not resolved: the server of a proxy has a path of its own.
    const url = new URL(`${server.replace(/\/+$/, '')}${path}`);
    const options: RequestOptions = { method: 'GET', headers: { accept: 'application/json' }, timeout: TIME_OUT };
    await this.authenticate(options);
    if (url.protocol === 'http:') delete options.agent;
    const { status, text } = await answerOf(url, options);
    if (status === 200) return JSON.parse(text);
    throw new Refused(status, messageOf(text) ?? `the API server answers ${status}`);
  }
}

/** `kubectl proxy` speaks HTTP; the client takes that only where no certificate is to be checked, and there is none. */
function allowPlainHttp(config: KubeConfig): void {
  config.clusters = config.clusters.map((cluster) =>
    cluster.server.startsWith('http:') ? { ...cluster, skipTLSVerify: true } : cluster,
  );
}

function answerOf(url: URL, options: RequestOptions): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(new CouldNotRun(`the API server at ${url.origin} does not answer: ${error.message}`));
    const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
    const sent = send(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', fail);
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${TIME_OUT / 1000} s`)));
    sent.end();
  });
}

function messageOf(text: string): string | undefined {
  try {
    return stringOf(objectOf(JSON.parse(text)).message);
  } catch {
    return undefined;
  }
}
