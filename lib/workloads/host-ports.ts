import type { PodTemplate } from '../kubernetes/views/pod-template';
import { steadyContainers } from './containers';

/** A port that a pod takes on its node. */
export interface HostPort {
  readonly port: number;
  /** Field path of the port. */
  readonly path: string;
}

/**
 * The ports that the pods of a template take on their node; on the host's network every declared port is one. A plain
 * init container's are none: the scheduler does not count them.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/scheduler/util/utils.go GetHostPorts
 */
export function hostPortsOf(template: PodTemplate): readonly HostPort[] {
  const isOnNode = template.spec.hostNetwork === true;
  return steadyContainers(template)
    .flatMap(({ ports }) => ports)
    .flatMap(({ hostPort, containerPort, path }) => {
      const port = hostPort ?? (isOnNode ? containerPort : undefined);
      return port === undefined ? [] : [{ port, path }];
    });
}
