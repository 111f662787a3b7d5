import type { ApiObject, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { checkPart, place } from './check-props';
import { autoscalerFor, budgetFor } from './companions';
import { Fronts } from './fronts';
import { httpRouteOf, ingressOf } from './ingress';
import { deploymentJson } from './json/deployment';
import { planDeployment } from './plan/deployment-plan';
import { EXPOSE_OPTIONS } from './props/part-props';
import { ZERO_DOWNTIME_SERVICE_PROPS, type ZeroDowntimeServiceProps } from './props/zero-downtime-service-props';
import { follow } from './recipe';
import type { ExposeOptions } from './service';
import { patchObject } from './synth/patch';

/**
 * Anything that answers requests, so that neither a rolling update nor a node drain loses one: a Deployment, its
 * Service and its PodDisruptionBudget; on request an autoscaler, an Ingress or HTTPRoute, and ConfigMaps.
 */
export class ZeroDowntimeService extends Construct {
  /** The Deployment. */
  public readonly deployment: kplus.Deployment;
  /** The Service in front of the pods. */
  public readonly service: kplus.Service;
  /** Name of the Service, for what sends requests to it. */
  public readonly serviceName: string;
  /** The PodDisruptionBudget; undefined where the construct has none. */
  public readonly disruptionBudget?: ApiObject;
  /** The HorizontalPodAutoscaler; undefined where the number of pods is fixed. */
  public readonly autoscaler?: ApiObject;
  /** The Ingress; undefined where there is none. */
  public readonly ingress?: ApiObject;
  /** The HTTPRoute; undefined where there is none. */
  public readonly httpRoute?: ApiObject;
  private readonly fronts: Fronts;

  public constructor(scope: Construct, id: string, props: ZeroDowntimeServiceProps) {
    super(...place(ZERO_DOWNTIME_SERVICE_PROPS, scope, id));
    const fronts = new Fronts(this, 'service', props);
    const made = follow(this, id, props, {
      described: ZERO_DOWNTIME_SERVICE_PROPS,
      component: 'service',
      fronts,
      plan: planDeployment,
      json: deploymentJson,
      workload: (wiring) => new kplus.Deployment(this, 'Deployment', wiring),
      companions: (made) => ({
        service: fronts.expose({ ...props.service, name: id }),
        disruptionBudget: budgetFor(this, made, props),
        autoscaler: autoscalerFor(this, made, props),
        ingress: fronts.add(props.ingress, (backend, options) => ingressOf(this, backend, options)),
        httpRoute: fronts.add(props.httpRoute, (backend, options) => httpRouteOf(this, backend, options)),
      }),
    });
    this.deployment = made.workload;
    this.service = made.service;
    this.serviceName = id;
    this.disruptionBudget = made.disruptionBudget;
    this.autoscaler = made.autoscaler;
    this.ingress = made.ingress;
    this.httpRoute = made.httpRoute;
    this.fronts = fronts;
  }

  /** Puts a further Service in front of the same pods, such as one of type LoadBalancer. */
  public expose(options: ExposeOptions): kplus.Service {
    checkPart(this, 'expose', EXPOSE_OPTIONS, options);
    return this.fronts.expose(options);
  }

  /**
   * Patches the final JSON of one of this construct's objects; it comes after everything else.
   * @throws if the object is not this construct's; at synth if a path does not exist
   */
  public patch(target: IConstruct, ...patches: JsonPatch[]): void {
    patchObject(this, target, patches);
  }
}
