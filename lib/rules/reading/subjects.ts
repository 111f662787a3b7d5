import type { SetObject, WorkloadObject } from '../../kubernetes/set/manifest-set';
import { servingOf } from '../../workloads/serving';
import { isDeploymentLike } from '../../workloads/update-strategy';
import type { RuleContext } from '../rule';

/** A workload that has pods: one scaled to 0 is left alone, unless KEDA scales it up again from there. */
export function isRunning(object: SetObject, { set }: RuleContext): object is WorkloadObject {
  if (object.workload === undefined) return false;
  if (object.workload.replicas !== 0) return true;
  return set.autoscalersOf(object).some((autoscaler) => autoscaler.ref.kind === 'ScaledObject');
}

/** A running workload whose pods are meant to stay up. */
export function isLongRunning(object: SetObject, context: RuleContext): object is WorkloadObject {
  if (!isRunning(object, context) || object.workload.job !== undefined) return false;
  return object.workload.kind !== 'Pod' || object.workload.template.restartPolicy === 'Always';
}

/** A running workload that requests reach, by a container that is written: Istio fills in one of the image `auto`. */
export function isServed(object: SetObject, context: RuleContext): object is WorkloadObject {
  if (!isLongRunning(object, context)) return false;
  const serving = servingOf(context.set, object);
  return serving !== undefined && serving.container.image !== 'auto';
}

/** A running Deployment, or what is updated as one is: an Argo Rollout, an OpenShift DeploymentConfig. */
export function isRunningDeployment(object: SetObject, context: RuleContext): object is WorkloadObject {
  return isRunning(object, context) && isDeploymentLike(object.workload);
}

/** A Job, or the CronJob that makes them. */
export function isJob(object: SetObject, context: RuleContext): object is WorkloadObject {
  return isRunning(object, context) && object.workload.job !== undefined;
}
