import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { DIAGNOSES } from '../../lib/diagnosis';
import type { DiagnosisReport } from '../../lib/diagnosis/telling/report';
import { objectOf } from '../../lib/kubernetes/views/json';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { until } from '../support/until';
import { ControlPlane } from './control-plane';

const ROOT = resolve(__dirname, '../..');
const CONTROLLERS = ['deployment-controller', 'replicaset-controller', 'job-controller', 'resourcequota-controller'];

/** Where a rollout is watched, it gives up by itself before. */
const LIVE_MS = 400_000;

let plane: ControlPlane;
beforeAll(async () => {
  plane = await ControlPlane.start({ controllers: CONTROLLERS, admissionPlugins: ['ResourceQuota'] });
});
afterAll(() => plane?.stop());

interface Run {
  readonly report: DiagnosisReport & { readonly verdict?: string };
  readonly err: string;
  readonly code: number | null;
}

function live(...words: readonly string[]): Promise<Run> {
  const argv = ['lib/cli/main.ts', 'diagnose', '--live', '--kubeconfig', plane.kubeconfig, '-o', 'json', ...words];
  const child = spawn(process.execPath, ['--require', 'ts-node/register', ...argv], { cwd: ROOT, timeout: LIVE_MS });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += String(data);
  });
  child.stderr.on('data', (data) => {
    err += String(data);
  });
  return new Promise((done, fail) =>
    child.on('close', (code, signal) => {
      try {
        done({ report: JSON.parse(out), err, code });
      } catch {
        fail(new Error(`diagnose --live ended with ${signal === null ? `exit code ${code}` : signal}: ${err}`));
      }
    }),
  );
}

async function create(path: string, body: unknown): Promise<void> {
  const { status, body: answer } = await plane.api.post(path, body);
  if (status !== 201) throw new Error(`POST ${path} answers ${status}: ${JSON.stringify(answer)}`);
}

async function setStatus(path: string, status: unknown): Promise<void> {
  const { status: code, body } = await plane.api.patch(`${path}/status`, { status });
  if (code !== 200) throw new Error(`PATCH ${path}/status answers ${code}: ${JSON.stringify(body)}`);
}

async function namespace(name: string): Promise<string> {
  await create('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  return name;
}

const template = { metadata: { labels: { app: 'cart' } }, spec: { containers: [{ name: 'web', image: 'cart:1' }] } };
const selector = { matchLabels: { app: 'cart' } };
const classesOf = ({ report }: Run) =>
  report.diagnoses.flatMap((entry) => [entry.class, ...entry.symptoms.map((symptom) => symptom.class)]);

// The API server takes no deletion time from a client, and no status of a phase that it does not know.
const SHOWN = DIAGNOSES.filter(
  ({ kinds, evidence }) => kinds.includes('Pod') && !evidence.includes('deletionTimestamp'),
);

test('every state of a pod comes back from a real API server as the same class', async () => {
  for (const [index, { evidence, id }] of SHOWN.entries()) {
    const where = await namespace(`state-${index}`);
    for (const document of parseAllDocuments(evidence)) {
      const object = document.toJS() as Manifest;
      const metadata: Manifest = { ...objectOf(object.metadata), namespace: where };
      if (object.kind === 'Event') {
        const about = { ...objectOf(object.involvedObject), namespace: where };
        await create(`/api/v1/namespaces/${where}/events`, { ...object, metadata, involvedObject: about });
        continue;
      }
      await create(`/api/v1/namespaces/${where}/pods`, { ...object, metadata, status: undefined });
      await setStatus(
        `/api/v1/namespaces/${where}/pods/${String(metadata.name)}`,
        inFull(objectOf(object.status)),
      ).catch((error) => {
        throw new Error(`${id}: ${error instanceof Error ? error.message : error}`);
      });
    }
  }
  const { report } = await live('-A');
  const told = report.diagnoses.filter(({ object }) => object.kind === 'Pod');
  for (const [index, { id, outcome }] of SHOWN.entries()) {
    const here = told.filter(({ affected }) => affected.some((each) => each.namespace === `state-${index}`));
    // Among failures, what is well is counted and not listed.
    if (outcome === 'ok') expect(report.healthy[id]).toBeGreaterThan(0);
    else expect([id, here.map((entry) => entry.class)]).toEqual([id, [id]]);
  }
});

/** What a kubelet always writes of a container, and the API server insists on. */
function inFull(status: Manifest): Manifest {
  const filled = ['initContainerStatuses', 'containerStatuses'].flatMap((key) => {
    const list = status[key];
    return Array.isArray(list)
      ? [[key, list.map((item) => ({ image: 'cart:1', imageID: '', ...objectOf(item) }))]]
      : [];
  });
  return { ...status, ...Object.fromEntries(filled) };
}

test('a failing Job is told with the pod that failed, and --watch ends early on it', async () => {
  const where = await namespace('failing-job');
  const spec = { backoffLimit: 0, template: { ...template, spec: { ...template.spec, restartPolicy: 'Never' } } };
  await create(`/apis/batch/v1/namespaces/${where}/jobs`, {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'reindex' },
    spec,
  });
  const watching = live('-n', where, '--watch', '--timeout', '5m', 'job/reindex');
  const pods = async () => {
    const { body } = await plane.api.get(`/api/v1/namespaces/${where}/pods`);
    return (body as { items: Array<{ metadata: { name: string } }> }).items;
  };
  await until({ what: 'the pod of the Job', seconds: 120 }, async () => (await pods()).length === 1);
  const [pod] = await pods();
  await setStatus(`/api/v1/namespaces/${where}/pods/${pod?.metadata.name}`, {
    phase: 'Failed',
    containerStatuses: [
      {
        name: 'web',
        image: 'cart:1',
        imageID: '',
        ready: false,
        restartCount: 0,
        state: { terminated: { exitCode: 3, reason: 'Error', startedAt: null, finishedAt: null } },
      },
    ],
  });
  const job = async () =>
    (await plane.api.get(`/apis/batch/v1/namespaces/${where}/jobs/reindex`)).body as {
      status: { conditions?: Array<{ type: string }> };
    };
  await until(
    { what: 'the end of the Job', seconds: 120 },
    async () => (await job()).status.conditions?.some(({ type }) => type === 'Failed') === true,
  );

  const watched = await watching;
  expect(watched.report.verdict).toBe('cannot-succeed');
  expect(watched.code).toBe(1);
  const now = await live('-n', where);
  expect(classesOf(now)).toEqual(['Failed', 'JobBackoffLimitExceeded']);
  expect(now.report.diagnoses[0]).toMatchObject({ container: 'web', owner: { kind: 'Job', name: 'reindex' } });
  expect(now.report.diagnoses[0]?.cause).toContain('exit code 3');
});

test('a ReplicaSet that its quota blocks is told with the quota, and --watch ends early on it', async () => {
  const where = await namespace('quota');
  await create(`/api/v1/namespaces/${where}/resourcequotas`, {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'none' },
    spec: { hard: { pods: '0' } },
  });
  const quota = async () =>
    (await plane.api.get(`/api/v1/namespaces/${where}/resourcequotas/none`)).body as { status?: { hard?: unknown } };
  await until({ what: 'the state of the quota', seconds: 120 }, async () => (await quota()).status?.hard !== undefined);
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cart' },
    spec: { replicas: 2, selector, template },
  };
  await create(`/apis/apps/v1/namespaces/${where}/deployments`, deployment);
  const watched = await live('-n', where, '--watch', '--timeout', '5m', 'deploy/cart');
  expect(watched.report.verdict).toBe('cannot-succeed');
  expect(classesOf(watched)).toContain('ReplicaFailure');
  expect(watched.report.diagnoses[0]?.cause).toContain('the quota of the namespace has no room');
  expect(watched.report.diagnoses[0]?.field).toContain('ResourceQuota');
  expect(watched.code).toBe(1);
});

test('a Deployment past its progress deadline is told, and --watch ends early on it', async () => {
  const where = await namespace('deadline');
  const spec = { replicas: 1, progressDeadlineSeconds: 3, selector, template };
  await create(`/apis/apps/v1/namespaces/${where}/deployments`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cart' },
    spec,
  });
  const watched = await live('-n', where, '--watch', '--timeout', '5m', 'deploy/cart');
  expect(watched.report.verdict).toBe('cannot-succeed');
  expect(classesOf(watched)).toContain('DeploymentProgressDeadlineExceeded');
  expect(watched.code).toBe(1);
});
