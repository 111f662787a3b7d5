import { hasFeature } from '../../kubernetes/versions/features';
import type { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import type { Container } from '../../kubernetes/views/container';
import type { PodTemplate } from '../../kubernetes/views/pod-template';
import { classicProxies } from '../../workloads/classic-proxies';
import { hookEffectOf } from '../../workloads/hook-effect';
import { lingerSeconds } from '../../workloads/lingering';
import type { MeshProxy } from '../../workloads/mesh-proxy';
import { endOfProxy } from '../../workloads/proxy-end';
import { hasNoShell, needsShell } from '../../workloads/shell-less-images';
import type { StopCommand } from '../../workloads/stop-command';
import { stoppingShell } from '../../workloads/stopping-shell';
import type { OnSigterm, PreStop, StopPlan } from '../plan';
import type { Scenario } from './scenario';

/** Reads how a container stops off its pod template. */
export function stopPlanOf(
  template: PodTemplate,
  container: Container | undefined,
  scenario: Scenario,
  version: KubernetesVersion,
  mesh: MeshProxy | undefined,
): StopPlan {
  const preStop: PreStop = container === undefined ? { kind: 'none' } : preStopOf(container, scenario, version);
  const stop = preStop.kind === 'sleeps' ? preStop.stop : undefined;
  return {
    preStop,
    proxy: proxyOf(template, container, mesh),
    gracePeriod: template.terminationGracePeriodSeconds,
    onSigterm: stop?.cuts === true ? 'exits' : (scenario.onSigterm ?? signalled(container, stop)),
    acceptsAfterSigterm:
      stop === undefined ? (scenario.acceptsAfterSigtermSeconds ?? (container && lingerSeconds(container)) ?? 0) : 0,
  };
}

/** What a hook stops is reached, whatever shell stands before it. */
function signalled(container: Container | undefined, stop: StopCommand | undefined): OnSigterm {
  const isUnreached = stop === undefined && container !== undefined && stoppingShell(container) !== undefined;
  return isUnreached ? 'unreached' : 'drains';
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
      return asRead(container, scenario);
    }
    default:
      return asRead(container, scenario);
  }
}

/** What can be read of a hook; its length, where that cannot be, as the scenario tells it. */
function asRead(container: Container, { preStopSeconds }: Scenario): PreStop {
  const { covers, stop } = hookEffectOf(container) ?? {};
  if (stop !== undefined && covers !== undefined) return { kind: 'sleeps', seconds: covers, stop };
  // How long the app takes to answer a request is better known by who knows it.
  const isAnswered = container.preStop?.handler?.type === 'httpGet';
  const seconds = isAnswered ? (preStopSeconds ?? covers) : (covers ?? preStopSeconds);
  return seconds === undefined ? { kind: 'unknown' } : { kind: 'sleeps', seconds };
}

/** The first proxy to end, of those that are written in the pod and the one that a mesh puts there. */
function proxyOf(template: PodTemplate, app: Container | undefined, mesh: MeshProxy | undefined): StopPlan['proxy'] {
  const written = app?.preStop?.handler === undefined ? [] : classicProxies(template).filter((each) => each !== app);
  const ends = written.map((proxy) => ({ name: proxy.name, ends: endOfProxy(proxy, template) }));
  if (mesh?.ends !== undefined) ends.push({ name: mesh.name, ends: mesh.ends });
  return ends.sort((one, other) => one.ends - other.ends)[0];
}
