import { ApiObject } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Construct, IConstruct } from 'constructs';
import { ManifestSet } from '../kubernetes/set/manifest-set';
import type { Manifest } from '../kubernetes/views/manifest';
import type { Route } from '../lifecycle/routes/route';
import { routeOf } from '../workloads/route-of-set';
import type { Backend } from './ingress';
import { type Component, selectorLabels } from './labels';
import { mainPort } from './plan/main-port';
import type { PodOptions } from './pod-options';
import type { ServingOptions } from './props/serving-options';
import { type ExposeOptions, type ServicePlan, serviceOf } from './service';

/** What stands in front of the pods of a construct, and so decides how requests reach them. */
export class Fronts {
  private readonly fronts: IConstruct[] = [];

  /** @param props checked before anything is made of them */
  public constructor(
    private readonly construct: Construct,
    private readonly component: Component,
    private readonly props: ServingOptions & PodOptions,
  ) {}

  /** Puts a Service in front of the pods; the first is the construct's own. */
  public expose(options: ExposeOptions): kplus.Service {
    const isFirst = this.fronts.length === 0;
    const service = this.service(isFirst ? 'Service' : `Service-${options.name}`, options);
    this.fronts.push(service);
    return service;
  }

  /** Makes a Service that selects the pods, and is none of the ways to them. */
  public service(id: string, options: ExposeOptions & Pick<ServicePlan, 'headless'>): kplus.Service {
    const { props, component } = this;
    const { name, port: targetPort } = mainPort(props, component);
    return serviceOf(this.construct, id, {
      ...options,
      target: { name: this.construct.node.id, component },
      mainPort: { name, port: options.port ?? props.servicePort ?? targetPort, targetPort },
    });
  }

  /** Puts an Ingress or a route in front of the Service, where one was asked for. */
  public add<O>(options: O | undefined, make: (backend: Backend, options: O) => ApiObject): ApiObject | undefined {
    if (options === undefined) return undefined;
    const { id: name } = this.construct.node;
    const { port, servicePort = port } = this.props;
    const front = make({ name, component: this.component, service: name, port: servicePort }, options);
    this.fronts.push(front);
    return front;
  }

  /**
   * The slowest way on which requests reach the pods: what the fronts show, and what the platform says. A route that
   * was given for the construct itself is the answer.
   */
  public route(platform: Route | undefined): Route {
    if (this.props.route !== undefined) return this.props.route;
    const shown = this.shownRoute();
    if (shown === undefined || platform === undefined) return (platform ?? shown) as Route;
    return shown.withdrawalLag.toSeconds() > platform.withdrawalLag.toSeconds() ? shown : platform;
  }

  private shownRoute(): Route | undefined {
    const { id: name } = this.construct.node;
    const [first] = this.fronts;
    const namespace = first && ApiObject.of(first).metadata.namespace;
    const labels = selectorLabels(name, this.component);
    const pods: Manifest = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, ...(namespace !== undefined && { namespace }) },
      spec: {
        template: {
          metadata: { labels, annotations: this.props.podAnnotations ?? {} },
          spec: { containers: [{ name }] },
        },
      },
    };
    const set = ManifestSet.of([pods, ...this.fronts.map((front) => ApiObject.of(front).toJson() as Manifest)]);
    const [object] = set.objects;
    return object && routeOf(set, object);
  }
}
