import type { Container, Probe } from '../../../kubernetes/views/container';
import { HANDLER_TYPES } from '../../../kubernetes/views/handler';
import { integerOf, type Json } from '../../../kubernetes/views/json';
import { failureThresholdFor, startupBudget } from '../../../lifecycle/arithmetic/timing';
import { DEFAULTS, LIMITS } from '../../../lifecycle/documented-defaults';
import type { Change } from '../change';
import { containerAt, type Mend, onContainer, type Refusal, set } from '../mend';

/** Adds the liveness probe's own handler as startup probe with the documented numbers. */
const addStartupProbe = onContainer((container) => {
  const { livenessProbe } = container;
  const type = HANDLER_TYPES.find((name) => livenessProbe?.written[name] != null);
  if (livenessProbe === undefined || type === undefined) return { because: 'there is no liveness probe to take' };
  const { periodSeconds, failureThreshold } = DEFAULTS.startup.value;
  const { timeoutSeconds } = livenessProbe.written;
  return set(`${container.path}.startupProbe`, {
    [type]: livenessProbe.written[type] as Json,
    periodSeconds: Math.max(periodSeconds, livenessProbe.timeoutSeconds),
    failureThreshold,
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
  });
});

/** Probes run one after the other, so a period below the timeout is none: it becomes what the timeout makes of it. */
const raisePeriod: Mend = (object, place) => {
  const probe = probeAt(containerAt(object, place), place.path);
  return probe === undefined ? UNKNOWN : set(`${probe.path}.periodSeconds`, probe.timeoutSeconds);
};

/** States a timeout that a command can keep, within its period. */
const setExecTimeout: Mend = (object, place) => {
  const probe = probeAt(containerAt(object, place), place.path);
  return probe === undefined
    ? UNKNOWN
    : set(`${probe.path}.timeoutSeconds`, Math.min(LIMITS.execTimeout.value, probe.periodSeconds));
};

/** Raises liveness' failure threshold until it takes longer to fail than readiness. */
const slowLiveness = onContainer(({ livenessProbe, readinessProbe }): Change | Refusal => {
  if (livenessProbe === undefined || readinessProbe === undefined) return UNKNOWN;
  const readiness = readinessProbe.failureThreshold * readinessProbe.periodSeconds;
  return set(`${livenessProbe.path}.failureThreshold`, Math.floor(readiness / livenessProbe.periodSeconds) + 1);
});

const lengthenStartup = onContainer(({ startupProbe }) => {
  if (startupProbe === undefined) return UNKNOWN;
  const { path, initialDelaySeconds, periodSeconds } = startupProbe;
  return set(`${path}.failureThreshold`, failureThresholdFor(LIMITS.startup.value, initialDelaySeconds, periodSeconds));
});

const raiseProgressDeadline: Mend = ({ workload }) => {
  const budgets = workload.template.containers.flatMap(({ startupProbe, readinessProbe, livenessProbe }) =>
    [startupProbe, livenessProbe, readinessProbe].filter((probe) => probe !== undefined).map(startupBudget),
  );
  const needed =
    Math.max(0, ...budgets) + (integerOf(workload.spec.minReadySeconds) ?? 0) + DEFAULTS.progressHeadroom.value;
  return set('spec.progressDeadlineSeconds', Math.max(DEFAULTS.progressDeadline.value, needed));
};

const UNKNOWN: Refusal = { because: 'its probe is not known' };

function probeAt(container: Container | undefined, path: string): Probe | undefined {
  const probes = [container?.livenessProbe, container?.readinessProbe, container?.startupProbe];
  return probes.find((probe) => probe !== undefined && path.startsWith(probe.path));
}

export const PROBES: Readonly<Record<string, Mend>> = {
  'slow-start-is-covered': addStartupProbe,
  'probe-timeout-fits-period': raisePeriod,
  'exec-probe-sets-timeout': setExecTimeout,
  'liveness-differs-from-readiness': slowLiveness,
  'liveness-is-slower-than-readiness': slowLiveness,
  'startup-has-enough-time': lengthenStartup,
  'startup-fits-progress-deadline': raiseProgressDeadline,
};
