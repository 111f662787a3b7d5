import type { SetObject, WorkloadObject } from '../../../kubernetes/set/manifest-set';
import { declaresTarget, servicePorts, type WrittenServicePort } from '../../../kubernetes/set/service';
import { portNumber } from '../../../kubernetes/views/container';
import { objectOf, objectsOf, stringOf, stringsOf } from '../../../kubernetes/views/json';
import { allContainers } from '../../../kubernetes/views/pod-template';
import type { RouteTargets } from '../../../lifecycle/routes/targets';
import type { StopPlan } from '../../../rollout/plan';
import { stopTimes } from '../../../rollout/stop';
import type { Front } from '../../../workloads/fronts';
import { code, plain, shell, table } from './markdown';
import { proxiesOf } from './proxies-of';
import type { Section } from './sections';
import { describeFront, ServiceCommands } from './service-commands';
import { statusCodes } from './status-codes';
import type { Traffic } from './traffic';

/** The way of a request: what stands before the Service, the Service, its endpoints, and what each code of a proxy means. */
export function requestsSection(object: WorkloadObject, traffic: Traffic): Section {
  const { services, fronts } = traffic;
  return {
    title: 'Service, endpoints and Ingress',
    body: [
      ...(fronts.length === 0
        ? ['Nothing in these manifests stands before the Service.']
        : [table(['before the Service', 'controller', 'answers for'], fronts.map(frontRow))]),
      table(
        ['Service', 'type', 'port', 'sends to'],
        services.flatMap((service) => serviceRows(service, object)),
      ),
      lags(traffic),
      shell(commands(traffic)),
    ],
    parts: statusCodes(object, traffic),
  };
}

function frontRow({ object, controller }: Front): readonly string[] {
  const asked = askedFor(object).map(code);
  return [
    `${plain(object.ref.kind ?? '')} ${code(object.ref.name ?? '')}`,
    controller ?? 'not known',
    asked.length === 0 ? 'everything' : asked.join(', '),
  ];
}

/** Hosts, paths and matches, as an Ingress, a route of the Gateway API and an IngressRoute write them. */
function askedFor({ manifest }: SetObject): readonly string[] {
  const spec = objectOf(manifest.spec);
  const hosts = stringsOf(spec.hostnames);
  const rules = objectsOf(spec.rules).flatMap(({ item }) => {
    const host = stringOf(item.host);
    const paths = objectsOf(objectOf(item.http).paths).map(({ item: path }) => stringOf(path.path) ?? '/');
    if (host === undefined && paths.length === 0) return [];
    return paths.length === 0 ? [host ?? ''] : paths.map((path) => `${host ?? ''}${path}`);
  });
  const matches = objectsOf(spec.routes).flatMap(({ item }) => stringOf(item.match) ?? []);
  return [...hosts, ...rules, ...matches];
}

function serviceRows(service: SetObject, object: WorkloadObject): ReadonlyArray<readonly string[]> {
  const type = stringOf(objectOf(service.manifest.spec).type) ?? 'ClusterIP';
  return servicePorts(service).map((port) => [
    code(service.ref.name ?? ''),
    plain(type),
    `${port.port ?? ''}/${plain(port.protocol)}${port.name === undefined ? '' : ` (${code(port.name)})`}`,
    targetOf(port, object),
  ]);
}

function targetOf({ targetPort }: WrittenServicePort, { workload }: WorkloadObject): string {
  const container = allContainers(workload.template).find((each) => declaresTarget(each, targetPort));
  const shown = code(String(targetPort ?? ''));
  if (container === undefined) return `port ${shown}, which no container declares`;
  const number = portNumber(container, targetPort);
  return typeof targetPort === 'number'
    ? `port ${shown} of container ${code(container.name)}`
    : `port ${shown} (${number}) of container ${code(container.name)}`;
}

/** Where a route sends requests, in words. */
const REACHES: Readonly<Record<RouteTargets, string>> = {
  pods: 'a balancer that sends to pods',
  nodes: 'a balancer that sends to nodes',
  'kube-proxy': 'through kube-proxy alone',
  proxy: 'a proxy in the cluster',
};

/** How far the routers lag behind, and what the pods hold against it. */
function lags({ route, plan }: Traffic): string {
  const { name, targets, withdrawal, registration } = route;
  return [
    `Route \`${name}\`, ${REACHES[targets]}: requests may reach a pod for ${withdrawal.max} s after its deletion, and may not reach a new pod for ${registration.max} s after it is Ready.`,
    plan === undefined ? '' : `After its deletion a pod accepts requests ${acceptance(plan.after.stop)}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function acceptance(stop: StopPlan): string {
  return stop.preStop.kind === 'unknown'
    ? 'for as long as its preStop hook runs, which cannot be read off the manifest'
    : `for ${stopTimes(stop).closes} s`;
}

function commands(traffic: Traffic): readonly string[] {
  const path = probedPath(traffic);
  const perService = traffic.services.flatMap((service) => {
    const lines = new ServiceCommands(service);
    return [lines.get(), lines.endpoints(), lines.selectedPods(), lines.ask(path)];
  });
  const pods = proxiesOf(traffic).flatMap(({ answers }) =>
    answers.pods === undefined ? [] : [`kubectl get pods -A -l ${answers.pods} -o wide`],
  );
  const fronts = traffic.fronts.map((front) => describeFront(front.object));
  return [...new Set([...perService.filter((line) => line !== undefined), ...fronts, ...pods])];
}

/** A path that is known to be answered: the readiness probe's. */
function probedPath({ container }: Traffic): string {
  const handler = container?.readinessProbe?.handler;
  return handler?.type === 'httpGet' && handler.path.startsWith('/') ? handler.path : '/';
}
