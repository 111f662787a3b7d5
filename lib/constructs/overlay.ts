import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { changesOf, withChanges } from './changes';
import { copyOf, type Fields } from './fields';
import { ADDRESS } from './labels';
import type { ContainerPlan } from './plan/container-plan';
import type { WorkloadPlan } from './plan/workload-plan';
import { editFinalJson } from './synth/final-json';

/** What a workload of cdk8s-plus-28 needs for its wiring: names, ports, labels and the service account. */
export interface WiringProps extends kplus.WorkloadProps {
  readonly metadata: ApiObjectMetadata & { readonly name: string };
}

/** The plan as cdk8s-plus-28 needs it for its wiring; all else is written by {@link overlay}. */
export function wiringOf(scope: Construct, plan: WorkloadPlan): WiringProps {
  const { name, labels, annotations, pod } = plan;
  return {
    metadata: { name, labels, annotations },
    podMetadata: { labels: pod.labels, annotations: pod.annotations },
    select: false,
    containers: pod.containers.map(containerProps),
    initContainers: pod.initContainers.map(containerProps),
    automountServiceAccountToken: pod.automountServiceAccountToken,
    ...(pod.serviceAccountName !== undefined && {
      serviceAccount: kplus.ServiceAccount.fromServiceAccountName(scope, 'ServiceAccount', pod.serviceAccountName),
    }),
  };
}

/**
 * Has the final JSON of a workload be ours, with what its user has told the cdk8s-plus-28 object since it was made.
 * What that object says by itself, right or wrong for the pods, is subtracted.
 *
 * @param spec ours, asked for at each synthesis
 */
export function overlay(workload: kplus.Workload, plan: WorkloadPlan, spec: () => Fields): void {
  // cdk8s-plus-28 derives this label from the construct's path; a stable value moves with no one.
  workload.podMetadata.addLabel(ADDRESS, plan.pod.labels[ADDRESS] as string);
  const object = ApiObject.of(workload);
  const { spec: before } = object.toJson() as { readonly spec: Fields };
  editFinalJson(object, (json) => {
    json.spec = copyOf(withChanges(spec(), changesOf(before, json.spec as Fields)));
  });
}

function containerProps({ name, image, ports, restartPolicy }: ContainerPlan): kplus.ContainerProps {
  return {
    name,
    image,
    ports: ports.map(({ name, port, protocol = kplus.Protocol.TCP }) => ({
      name,
      number: port,
      protocol: protocol as kplus.Protocol,
    })),
    ...(restartPolicy !== undefined && { restartPolicy: kplus.ContainerRestartPolicy.ALWAYS }),
  };
}
