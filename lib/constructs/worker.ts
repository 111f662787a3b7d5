import type { ApiObject, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { place } from './check-props';
import { autoscalerFor, budgetFor } from './companions';
import { deploymentJson } from './json/deployment';
import { planDeployment } from './plan/deployment-plan';
import { WORKER_PROPS, type WorkerProps } from './props/worker-props';
import { follow } from './recipe';
import { patchObject } from './synth/patch';

/** A consumer of a queue: a Deployment and its PodDisruptionBudget. Nothing routes to it, so it stops at once. */
export class Worker extends Construct {
  /** The Deployment. */
  public readonly deployment: kplus.Deployment;
  /** The PodDisruptionBudget; undefined where the construct has none. */
  public readonly disruptionBudget?: ApiObject;
  /** The HorizontalPodAutoscaler; undefined where the number of pods is fixed. */
  public readonly autoscaler?: ApiObject;

  public constructor(scope: Construct, id: string, props: WorkerProps) {
    super(...place(WORKER_PROPS, scope, id));
    const made = follow(this, id, props, {
      described: WORKER_PROPS,
      component: 'worker',
      plan: planDeployment,
      json: deploymentJson,
      workload: (wiring) => new kplus.Deployment(this, 'Deployment', wiring),
      companions: (made) => ({
        disruptionBudget: budgetFor(this, made, props),
        autoscaler: autoscalerFor(this, made, props),
      }),
    });
    this.deployment = made.workload;
    this.disruptionBudget = made.disruptionBudget;
    this.autoscaler = made.autoscaler;
  }

  /**
   * Patches the final JSON of one of this construct's objects; it comes after everything else.
   * @throws if the object is not this construct's; at synth if a path does not exist
   */
  public patch(target: IConstruct, ...patches: JsonPatch[]): void {
    patchObject(this, target, patches);
  }
}
