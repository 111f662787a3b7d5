import { hasFeature } from '../../kubernetes/versions/features';
import type { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import type { Container } from '../../kubernetes/views/container';
import type { PodTemplate } from '../../kubernetes/views/pod-template';
import { sleepSeconds } from '../../workloads/hook-sleep';
import { hasNoShell, needsShell } from '../../workloads/shell-less-images';
import { stoppingShell } from '../../workloads/stopping-shell';
import type { PreStop, StopPlan } from '../plan';
import type { Scenario } from './scenario';

/** Reads how a container stops off its pod template. */
export function stopPlanOf(
  template: PodTemplate,
  container: Container | undefined,
  scenario: Scenario,
  version: KubernetesVersion,
): StopPlan {
  const unreached = container !== undefined && stoppingShell(container) !== undefined;
  return {
    preStop: container === undefined ? { kind: 'none' } : preStopOf(container, scenario, version),
    gracePeriod: template.terminationGracePeriodSeconds,
    onSigterm: scenario.onSigterm ?? (unreached ? 'unreached' : 'drains'),
    acceptsAfterSigterm: scenario.acceptsAfterSigtermSeconds ?? 0,
  };
}

function preStopOf(container: Container, scenario: Scenario, version: KubernetesVersion): PreStop {
  const handler = container.preStop?.handler;
  if (handler === undefined) return { kind: 'none' };
  const name = `the preStop hook of container "${container.name}"`;
  switch (handler.type) {
    case 'sleep':
      return hasFeature('PodLifecycleSleepAction', version)
        ? { kind: 'sleeps', seconds: Math.max(0, handler.seconds ?? 0) }
        : { kind: 'fails', why: `${name} sleeps natively, and Kubernetes ${version} drops that field` };
    case 'tcpSocket':
      return { kind: 'fails', why: `${name} is a tcpSocket, which no kubelet can run` };
    case 'exec': {
      if (needsShell(handler.command) && hasNoShell(container.image))
        return {
          kind: 'fails',
          why: `${name} runs "${handler.command[0] ?? ''}", and its image has no shell and no sleep`,
        };
      const seconds = sleepSeconds(container.preStop) ?? scenario.preStopSeconds;
      return seconds === undefined ? { kind: 'unknown' } : { kind: 'sleeps', seconds };
    }
    default:
      return scenario.preStopSeconds === undefined
        ? { kind: 'unknown' }
        : { kind: 'sleeps', seconds: scenario.preStopSeconds };
  }
}
