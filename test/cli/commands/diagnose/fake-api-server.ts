import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Objects = Readonly<Record<string, readonly unknown[]>>;

const LIST_KIND: Readonly<Record<string, string>> = {
  pods: 'PodList',
  events: 'EventList',
  deployments: 'DeploymentList',
  replicasets: 'ReplicaSetList',
  statefulsets: 'StatefulSetList',
  jobs: 'JobList',
};

/** An API server on loopback that knows lists and nothing else. It notes what it was asked. */
export class FakeApiServer {
  public static async start(objects: Objects, forbidden: readonly string[] = []): Promise<FakeApiServer> {
    const fake = new FakeApiServer(objects, forbidden);
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    const { port } = fake.server.address() as AddressInfo;
    const config = {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'test',
      clusters: [{ name: 'test', cluster: { server: `http://127.0.0.1:${port}` } }],
      users: [{ name: 'test', user: { token: 'not-a-real-token' } }],
      contexts: [{ name: 'test', context: { cluster: 'test', user: 'test', namespace: 'shop' } }],
    };
    writeFileSync(fake.kubeconfig, JSON.stringify(config));
    return fake;
  }

  public readonly kubeconfig: string;
  public readonly requests: string[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'lifecycle-'));
  private readonly server: Server;

  private constructor(
    public objects: Objects,
    forbidden: readonly string[],
  ) {
    this.kubeconfig = join(this.folder, 'kubeconfig');
    this.server = createServer((request, response) => {
      this.requests.push(`${request.method} ${request.url}`);
      const url = new URL(request.url ?? '/', 'http://localhost');
      const plural = url.pathname.split('/').at(-1) ?? '';
      const isKnown = !url.pathname.includes('metrics');
      const status = !isKnown ? 404 : forbidden.includes(plural) ? 403 : 200;
      const items = this.objects[plural] ?? [];
      const from = Number(url.searchParams.get('continue') ?? 0);
      const limit = Number(url.searchParams.get('limit') ?? items.length);
      const more = from + limit < items.length ? String(from + limit) : '';
      const list = {
        kind: LIST_KIND[plural] ?? 'List',
        apiVersion: 'v1',
        metadata: { continue: more },
        items: items.slice(from, from + limit),
      };
      const refusal = { kind: 'Status', message: `${plural} is forbidden` };
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(status === 200 ? list : refusal));
    });
  }

  public async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true });
  }
}
