import type { JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { place } from './check-props';
import { daemonSetJson } from './json/daemon-set';
import { planDaemonSet } from './plan/daemon-set-plan';
import { NODE_AGENT_PROPS, type NodeAgentProps } from './props/node-agent-props';
import { follow } from './recipe';
import { patchObject } from './synth/patch';

/** One pod on each node: a DaemonSet. */
export class NodeAgent extends Construct {
  /** The DaemonSet. */
  public readonly daemonSet: kplus.DaemonSet;

  public constructor(scope: Construct, id: string, props: NodeAgentProps) {
    super(...place(NODE_AGENT_PROPS, scope, id));
    const { workload } = follow(this, id, props, {
      described: NODE_AGENT_PROPS,
      component: 'agent',
      // Pods bear the revision as a label, `<name>-<10 digits>`: 52 characters leave room for it.
      longestName: () => 52,
      plan: planDaemonSet,
      json: daemonSetJson,
      workload: (wiring) => new kplus.DaemonSet(this, 'DaemonSet', wiring),
    });
    this.daemonSet = workload;
  }

  /**
   * Patches the final JSON of one of this construct's objects; it comes after everything else.
   * @throws if the object is not this construct's; at synth if a path does not exist
   */
  public patch(target: IConstruct, ...patches: JsonPatch[]): void {
    patchObject(this, target, patches);
  }
}
