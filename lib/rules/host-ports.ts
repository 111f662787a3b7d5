import type { PodTemplate } from '../kubernetes/pod-template';
import { steadyContainers } from './probes';

/** The ports that the pods of a template take on their node; on the host's network every declared port is one. */
export function hostPortsOf(template: PodTemplate): ReadonlyArray<{ readonly port: number; readonly path: string }> {
  const isOnNode = template.spec.hostNetwork === true;
  return steadyContainers(template)
    .flatMap(({ ports }) => ports)
    .flatMap(({ hostPort, containerPort, path }) => {
      const port = hostPort ?? (isOnNode ? containerPort : undefined);
      return port === undefined ? [] : [{ port, path }];
    });
}
