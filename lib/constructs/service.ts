import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { checkPort } from '../lifecycle/arithmetic/numbers';
import { type Component, companionLabels, selectorLabels } from './labels';
import { checkName } from './names';
import { editFinalJson, type JsonRecord } from './synth/final-json';
import { isRecord, mergeInto } from './synth/merge';

/** A port of a Service. */
export interface ServicePort {
  /** Name, unique in the Service: lower-case letters, digits and '-'. */
  readonly name: string;
  /** Port of the Service. */
  readonly port: number;
  /**
   * Port of the container.
   * @default - the port of the Service
   */
  readonly targetPort?: number;
  /**
   * Protocol: `TCP`, `UDP` or `SCTP`.
   * @default 'TCP'
   */
  readonly protocol?: string;
  /**
   * Protocol of the app, such as `kubernetes.io/h2c` or `https`, as meshes and gateways read it.
   * @default - not said
   */
  readonly appProtocol?: string;
}

/** Options of the Service in front of the pods. */
export interface ServiceOptions {
  /**
   * Further ports, beside the one that the app listens on.
   * @default - none
   */
  readonly ports?: ServicePort[];
  /**
   * Type: `ClusterIP`, `NodePort` or `LoadBalancer`.
   * @default 'ClusterIP'
   */
  readonly type?: string;
  /**
   * Annotations, such as those that cloud balancers read.
   * @default - none
   */
  readonly annotations?: { readonly [name: string]: string };
  /**
   * Class of the load balancer.
   * @default - the cluster's default
   */
  readonly loadBalancerClass?: string;
  /**
   * Whether traffic from outside stays on the node it arrives at: `Cluster` or `Local`.
   * @default 'Cluster'
   */
  readonly externalTrafficPolicy?: string;
}

/** A further Service in front of the same pods. */
export interface ExposeOptions extends ServiceOptions {
  /** Name of the Service. */
  readonly name: string;
  /**
   * Port of the Service.
   * @default - that of the first Service
   */
  readonly port?: number;
}

/** What a Service is in front of. */
export interface ServicePlan extends ServiceOptions {
  /** The port that the app listens on. */
  readonly mainPort: ServicePort;
  readonly name: string;
  readonly target: { readonly name: string; readonly component: Component };
  readonly headless?: boolean;
}

/** Makes a Service that selects pods by name and component, which no job's pods share. */
export function serviceOf(scope: Construct, id: string, plan: ServicePlan): kplus.Service {
  const { target } = plan;
  const ports = portsOf(plan);
  const type = (plan.type ?? kplus.ServiceType.CLUSTER_IP) as kplus.ServiceType;
  const isExternal = type === kplus.ServiceType.LOAD_BALANCER || type === kplus.ServiceType.NODE_PORT;
  const service = new kplus.Service(scope, id, {
    metadata: {
      name: checkName(plan.name),
      annotations: { ...plan.annotations },
      labels: companionLabels(target.name, target.component),
    },
    type,
    ports: ports.map(({ name, port, targetPort = port, protocol = kplus.Protocol.TCP }) => ({
      name,
      port: checkPort(port, 'servicePort'),
      targetPort: checkPort(targetPort, 'port'),
      protocol: protocol as kplus.Protocol,
    })),
    ...(plan.headless && { clusterIP: 'None', publishNotReadyAddresses: true }),
  });
  editFinalJson(ApiObject.of(service), (json) => {
    const spec = isRecord(json.spec) ? json.spec : {};
    if (Array.isArray(spec.externalIPs) && spec.externalIPs.length === 0) delete spec.externalIPs;
    // cdk8s-plus-28 selects by a label of its own; name and component alone are what the pods keep for life.
    const { [kplus.Pod.ADDRESS_LABEL]: _address, ...added } = isRecord(spec.selector) ? spec.selector : {};
    spec.selector = { ...added, ...selectorLabels(target.name, target.component) };
    const further: JsonRecord = {
      ...(plan.loadBalancerClass !== undefined && { loadBalancerClass: plan.loadBalancerClass }),
      ...(isExternal && { externalTrafficPolicy: plan.externalTrafficPolicy ?? 'Cluster' }),
    };
    mergeInto(spec, further);
    // cdk8s-plus-28 does not know the field.
    for (const { name, appProtocol } of ports) {
      if (appProtocol !== undefined) Object.assign(namedIn(spec.ports, name) ?? {}, { appProtocol });
    }
  });
  return service;
}

/** @throws if two ports share a name, by which Ingresses and meshes find them */
function portsOf({ name, mainPort, ports = [] }: ServicePlan): readonly ServicePort[] {
  const all = [mainPort, ...ports];
  const names = all.map((each) => each.name);
  const twice = names.find((each, index) => names.indexOf(each) !== index);
  if (twice !== undefined) throw new Error(`two ports of Service '${name}' are named '${twice}': rename one`);
  return all;
}

function namedIn(list: unknown, name: string): JsonRecord | undefined {
  return Array.isArray(list) ? list.filter(isRecord).find((each) => each.name === name) : undefined;
}
