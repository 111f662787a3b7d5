import type { Container } from '../kubernetes/views/container';
import type { PodTemplate } from '../kubernetes/views/pod-template';

/** Containers that run as long as their pod: the regular ones and the native sidecars. Only they have probes and hooks. */
export function steadyContainers({ containers, sidecars }: PodTemplate): readonly Container[] {
  return [...sidecars, ...containers];
}
