import { type Container, type Probe, portNumber } from '../../kubernetes/views/container';
import type { PodTemplate } from '../../kubernetes/views/pod-template';
import { earliestKill, type ProbeTiming } from '../../lifecycle/arithmetic/timing';
import { hasNoShell, needsShell } from '../../workloads/shell-less-images';
import { ASSUMPTIONS } from '../assumptions';
import type { StartPlan } from '../plan';
import type { Spread } from '../spread';
import { type Scenario, spreadOf } from './scenario';

/** Reads how a pod comes to be ready off its template; the serving container's probes count. */
export function startPlanOf(template: PodTemplate, container: Container | undefined, scenario: Scenario): StartPlan {
  const { startupProbe, livenessProbe, readinessProbe } = container ?? {};
  return {
    placement: spreadOf(scenario.placementSeconds, placementOf(template)),
    startUp: spreadOf(scenario.startUpSeconds, startUpOf(startupProbe ?? livenessProbe)),
    startupProbe: startupProbe && timingOf(startupProbe),
    livenessProbe: livenessProbe && timingOf(livenessProbe),
    readinessProbe: readinessProbe && timingOf(readinessProbe),
    neverReady: whyNeverReady(template),
  };
}

/** Numbers that the API server would refuse count as the nearest that it takes. */
function timingOf(probe: Probe): ProbeTiming {
  return {
    initialDelaySeconds: Math.max(0, probe.initialDelaySeconds),
    periodSeconds: Math.max(1, probe.periodSeconds),
    timeoutSeconds: Math.max(1, probe.timeoutSeconds),
    failureThreshold: Math.max(1, probe.failureThreshold),
    successThreshold: Math.max(1, probe.successThreshold),
  };
}

function placementOf({ initContainers }: PodTemplate): Spread {
  const { placement, initContainer } = ASSUMPTIONS;
  const count = initContainers.length;
  const add = (key: keyof Spread) => placement.value[key] + count * initContainer.value[key];
  return { min: add('min'), typical: add('typical'), max: add('max') };
}

/** A process may take until its own probe would kill it; where that comes early, it is typically there at half the time. */
function startUpOf(killer: Probe | undefined): Spread {
  const assumed = ASSUMPTIONS.startUp.value;
  // A probe that may kill at once still lets a process live that answers at once.
  const max = killer === undefined ? assumed.max : Math.max(0.5, earliestKill(timingOf(killer)));
  return { min: Math.min(assumed.min, max / 4), typical: Math.min(assumed.typical, max / 2), max };
}

/** A probe that only ever errors changes nothing: its container is never started, or never ready, nor is its pod. */
function whyNeverReady({ containers, sidecars }: PodTemplate): string | undefined {
  for (const container of [...sidecars, ...containers]) {
    const why = whyErrs(container, container.startupProbe) ?? whyErrs(container, container.readinessProbe);
    if (why !== undefined) return why;
  }
  return undefined;
}

function whyErrs(container: Container, probe: Probe | undefined): string | undefined {
  const handler = probe?.handler;
  if (probe === undefined || handler === undefined) return undefined;
  if (handler.type === 'exec' && needsShell(handler.command) && hasNoShell(container.image))
    return `the ${probe.type} of container "${container.name}" calls "${handler.command[0]}", and its image has no shell: the probe only ever errors`;
  if (handler.type !== 'httpGet' && handler.type !== 'tcpSocket') return undefined;
  if (typeof handler.port !== 'string' || portNumber(container, handler.port) !== undefined) return undefined;
  return `the ${probe.type} of container "${container.name}" names port "${handler.port}", which the container does not declare: the probe only ever errors`;
}
