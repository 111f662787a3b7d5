import type { ApiObject, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { checkPart, place } from './check-props';
import { budgetFor } from './companions';
import { Fronts } from './fronts';
import { statefulSetJson } from './json/stateful-set';
import { headlessName, planStatefulSet } from './plan/stateful-set-plan';
import { EXPOSE_OPTIONS } from './props/part-props';
import { STATEFUL_SERVICE_PROPS, type StatefulServiceProps } from './props/stateful-service-props';
import { follow } from './recipe';
import type { ExposeOptions } from './service';
import { patchObject } from './synth/patch';

/**
 * A database or broker: a StatefulSet with volume claims, a headless Service for its members, a Service for its
 * clients, and a PodDisruptionBudget. A single replica has an outage at each update, however it is set up.
 */
export class StatefulService extends Construct {
  /** The StatefulSet. */
  public readonly statefulSet: kplus.StatefulSet;
  /** The Service for clients. */
  public readonly service: kplus.Service;
  /** Name of the Service for clients. */
  public readonly serviceName: string;
  /** The headless Service that gives each pod its name. */
  public readonly headlessService: kplus.Service;
  /** The PodDisruptionBudget; undefined where the construct has none. */
  public readonly disruptionBudget?: ApiObject;
  private readonly fronts: Fronts;

  public constructor(scope: Construct, id: string, props: StatefulServiceProps) {
    super(...place(STATEFUL_SERVICE_PROPS, scope, id));
    const fronts = new Fronts(this, 'stateful', props);
    const made = follow(this, id, props, {
      described: STATEFUL_SERVICE_PROPS,
      component: 'stateful',
      // Pods bear the revision as a label, `<name>-<10 digits>`: 52 characters leave room for it.
      longestName: () => 52,
      fronts,
      plan: planStatefulSet,
      json: statefulSetJson,
      workload: (wiring) => {
        const service = fronts.service('HeadlessService', { name: headlessName(id), port: props.port, headless: true });
        return new kplus.StatefulSet(this, 'StatefulSet', { ...wiring, service });
      },
      companions: (made) => ({
        service: fronts.expose({ ...props.service, name: id }),
        disruptionBudget: budgetFor(this, made, props),
      }),
    });
    this.statefulSet = made.workload;
    this.headlessService = made.workload.service;
    this.service = made.service;
    this.serviceName = id;
    this.disruptionBudget = made.disruptionBudget;
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
