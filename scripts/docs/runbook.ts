import { appsOf } from '../../lib/cli/commands/runbook/apps';
import { CONTACT_FIELDS } from '../../lib/cli/commands/runbook/contacts';
import { oneDocument } from '../../lib/cli/commands/runbook/pages';
import { ANY_PROXY, PROXIES, type ProxyAnswers } from '../../lib/cli/commands/runbook/proxies';
import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import type { Page } from '../docs';

const LABELS = { 'app.kubernetes.io/name': 'cart' };

/** The app of the example: what a person would write, with an owner. */
const EXAMPLE = [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'cart',
      namespace: 'shop',
      annotations: {
        'cdk8s-lifecycle/owner': 'team-cart',
        'cdk8s-lifecycle/contact': '#cart-ops',
        'cdk8s-lifecycle/drain-seconds': '30',
        'a8r.io/repository': 'https://git.example.com/shop/cart',
      },
    },
    spec: {
      replicas: 3,
      selector: { matchLabels: LABELS },
      template: {
        metadata: { labels: LABELS },
        spec: {
          terminationGracePeriodSeconds: 60,
          containers: [
            {
              name: 'web',
              image: 'registry.example.com/shop/cart:1.4.2',
              ports: [{ name: 'http', containerPort: 8080 }],
              envFrom: [{ secretRef: { name: 'cart-db' } }],
              lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
              readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
              resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
            },
          ],
        },
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { selector: LABELS, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: {
      ingressClassName: 'nginx',
      rules: [
        {
          host: 'shop.example.com',
          http: {
            paths: [
              { path: '/cart', pathType: 'Prefix', backend: { service: { name: 'cart', port: { number: 80 } } } },
            ],
          },
        },
      ],
    },
  },
];

/** docs/runbook.md: what a page holds and where it comes from; docs/runbook-example.md: a page. */
export async function pages(): Promise<readonly Page[]> {
  const set = ManifestSet.of(EXAMPLE as unknown as readonly Manifest[]);
  const apps = appsOf(set).map((app) => ({ app, source: null }));
  return [
    { path: 'docs/runbook.md', text: `${description().join('\n')}\n` },
    { path: 'docs/runbook-example.md', text: oneDocument(apps, { platform: {}, sourceOf: () => null }) },
  ];
}

function description(): readonly string[] {
  return [
    '# Runbooks',
    '',
    '`cdk8s-lifecycle runbook` writes a page for each app, from its manifests, to open in an emergency. [An example](runbook-example.md) shows one. Every command on it has the real names filled in, and only reads, except those under "Going back".',
    '',
    '```sh',
    'npx cdk8s-lifecycle runbook dist/manifests > runbook.md          # all apps in one document',
    'npx cdk8s-lifecycle runbook --out docs/runbooks dist/manifests   # a file for each app, and index.md',
    '```',
    '',
    'Pages hold no time and no state. Commit them, and a review shows what a change means in an emergency.',
    '',
    '## What a page holds',
    '',
    '- An **index** of all its sections. Links lead to anchors that are written out, so they hold in every Markdown program.',
    '- **Owner and contact**, from [annotations](#owner-and-contact).',
    '- **Objects**: workloads, Services, what stands before them (Ingress, routes of the Gateway API, IngressRoute, of other namespaces too), budgets, autoscalers, and what the pods refer to. Each with the path of the construct that made it and its source line, where synth has written them.',
    '- **Numbers**: replicas, rollout, stopping, containers, probes.',
    '- **Service, endpoints and Ingress**: the way of a request with its real hosts, ports and seconds, and [what 502, 503 and 504 mean](#502-503-and-504) for this app. The route and the reasons are the ones that [`simulate`](rollout.md) gives.',
    '- **When it fails**: each failure that this workload can have, how it looks, what to run, how it is fixed.',
    '- **Going back**: the commands that restore the previous revision.',
    '',
    'Sets are the same as for `lint` and `simulate`: each folder, and stdin, is a set of its own; files named one by one are one set together. `runbook dev/ prod/` writes pages for both, each with its own objects. The route and the Kubernetes version set in `.cdk8s-lifecycle.yaml` apply here too.',
    '',
    '## Owner and contact',
    '',
    'The runbook reads these annotations from the workload (its pod template, too), else from its Services, else from its Namespace. The first one found fills the row. The names of a8r.io are those of [Annotating Kubernetes Services for Humans](https://kubernetes.io/blog/2021/04/20/annotating-k8s-for-humans/); Backstage writes its own as a label.',
    '',
    '| row of the page | annotations |',
    '| --- | --- |',
    ...CONTACT_FIELDS.map(
      ({ label, annotations }) => `| ${label} | ${annotations.map((name) => `\`${name}\``).join(', ')} |`,
    ),
    '',
    '## 502, 503 and 504',
    '',
    'What a code means depends on the proxy that answers. The runbook reads it off what stands before the Service, else off the route that the workload or the configuration declares. Where an annotation sets the timeout, the page has that number.',
    '',
    ...[...Object.values(PROXIES), { ...ANY_PROXY, name: 'any other proxy' }].flatMap(proxyLines),
    'Where no proxy is known, clients connect to the Service itself: they see a refused connection instead of 502 and 503, and a timeout of their own instead of 504.',
  ];
}

function proxyLines({ name, badGateway, unavailable, timeout, patience, setBy }: ProxyAnswers): readonly string[] {
  const set = setBy === undefined ? '' : `, unless \`${setBy.annotation}\` says otherwise`;
  return [
    `### ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    '',
    `- 502: ${badGateway}.`,
    `- 503: ${unavailable}.`,
    `- 504: ${timeout}${patience === undefined ? '' : `: ${patience} s${set}`}.`,
    '',
  ];
}
