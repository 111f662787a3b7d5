import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { rememberPerObject } from '../kubernetes/set/remember';
import { declaresTarget, servicePorts } from '../kubernetes/set/service';
import { type Container, portNumber } from '../kubernetes/views/container';
import { annotationsOf } from '../kubernetes/views/manifest';
import type { Workload, WorkloadKind } from '../kubernetes/views/workload';
import { ANNOTATION } from '../lifecycle/annotations';

/** Names of ports that only machines look at: traffic to them is no user's request. */
const OPERATIONAL_PORT = /^(metrics|http-metrics|prom.*|admin|health.*|debug|pprof)$/;

const SERVING_WITHOUT_SERVICES: ReadonlySet<WorkloadKind> = new Set([
  'Deployment',
  'StatefulSet',
  'Rollout',
  'DeploymentConfig',
]);
const NEVER_SERVED: ReadonlySet<WorkloadKind> = new Set(['Job', 'CronJob']);

/** Containers that stand in front of the app or beside it, by the names their makers give them. */
const CLASSIC_SIDECAR =
  /^(istio-proxy|linkerd-proxy|envoy|envoy-sidecar|cloud-?sql-proxy|consul-dataplane|kuma-sidecar|vault-agent|daprd|aws-vpc-xray.*|xray-daemon|fluent-?bit|filebeat|oauth2-proxy|kube-rbac-proxy.*)$/;

/** A container that serves requests, and the ports on which it does. */
export interface Serving {
  readonly container: Container;
  /** Numbers of the ports that requests arrive on; empty where none is declared. */
  readonly ports: readonly number[];
}

/** A proxy or agent that runs as an ordinary container beside the app, known by its name. */
export function isClassicSidecar(container: Container): boolean {
  return container.role === 'app' && CLASSIC_SIDECAR.test(container.name);
}

/**
 * Finds the container that requests reach, if the pods of this workload are served: a Service of the set selects them
 * on a port that is not an operational one; or the set holds no Service at all, and they are a Deployment's or
 * StatefulSet's that declare ports. `cdk8s-lifecycle/served: "false"` on the object says no.
 */
export const servingOf = rememberPerObject((set: ManifestSet, object: SetObject): Serving | undefined => {
  const { workload } = object;
  if (workload === undefined || NEVER_SERVED.has(workload.kind)) return undefined;
  if (annotationsOf(object.manifest)[ANNOTATION.served] === 'false') return undefined;
  if (set.ofKind('Service', '').length === 0) return servingWithoutServices(workload);
  const targets = set.servicesOf(object).flatMap((service) =>
    servicePorts(service)
      .filter((port) => !isOperational(workload, port.name, port.targetPort))
      .map((port) => port.targetPort),
  );
  return targets.length === 0 ? undefined : choose(workload, targets);
});

function servingWithoutServices(workload: Workload): Serving | undefined {
  if (!SERVING_WITHOUT_SERVICES.has(workload.kind)) return undefined;
  const targets = workload.template.containers.flatMap((container) =>
    container.ports.filter((port) => !OPERATIONAL_PORT.test(port.name ?? '')).map((port) => port.containerPort),
  );
  return targets.length === 0 ? undefined : choose(workload, targets);
}

function isOperational(workload: Workload, name: string | undefined, target: number | string | undefined): boolean {
  if (name !== undefined && OPERATIONAL_PORT.test(name)) return true;
  if (typeof target === 'string') return OPERATIONAL_PORT.test(target);
  const declared = workload.template.containers
    .flatMap((container) => container.ports)
    .find((port) => port.containerPort === target);
  return declared?.name !== undefined && OPERATIONAL_PORT.test(declared.name);
}

function choose(workload: Workload, targets: ReadonlyArray<number | string | undefined>): Serving | undefined {
  const { containers, sidecars } = workload.template;
  const candidates = [
    ...containers.filter((each) => !isClassicSidecar(each)),
    ...containers.filter(isClassicSidecar),
    ...sidecars,
  ];
  const container =
    candidates.find((each) => targets.some((target) => declaresTarget(each, target))) ??
    candidates.find((each) => targets.some((target) => isProbed(each, target))) ??
    candidates[0];
  if (container === undefined) return undefined;
  const ports = targets.map((target) => portNumber(container, target)).filter((port) => port !== undefined);
  return { container, ports: [...new Set(ports)] };
}

function isProbed(container: Container, target: number | string | undefined): boolean {
  return [container.readinessProbe, container.livenessProbe, container.startupProbe].some((probe) => {
    const handler = probe?.handler;
    return handler !== undefined && 'port' in handler && handler.port !== undefined && handler.port === target;
  });
}
