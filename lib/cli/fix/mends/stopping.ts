import type { WorkloadObject } from '../../../kubernetes/set/manifest-set';
import { scriptPosition } from '../../../kubernetes/text/shell';
import { hasFeature } from '../../../kubernetes/versions/features';
import type { Container } from '../../../kubernetes/views/container';
import { gracePeriodFor } from '../../../lifecycle/arithmetic/timing';
import { DEFAULTS } from '../../../lifecycle/documented-defaults';
import { preStopSecondsFor } from '../../../lifecycle/values/pre-stop';
import { drainSecondsOf } from '../../../workloads/drain-of';
import { sleepSeconds } from '../../../workloads/hook-sleep';
import { routeOf } from '../../../workloads/route-of-set';
import { servingOf } from '../../../workloads/serving';
import { hasNoShell } from '../../../workloads/shell-less-images';
import { type Mend, type MendContext, onContainer, set } from '../mend';

function sleepFor(object: WorkloadObject, { set: objects, route }: MendContext): number {
  return preStopSecondsFor(routeOf(objects, object, route));
}

/** Natively where the target has it, else by a shell, if the image may hold one. */
const addPreStop = onContainer((container, object, context) => {
  const path = `${container.path}.lifecycle.preStop`;
  const seconds = sleepFor(object, context);
  if (hasFeature('PodLifecycleSleepAction', context.version)) return set(path, { sleep: { seconds } });
  if (hasNoShell(container.image)) {
    return { because: `the image holds no shell, and a sleep of the kubelet needs a target of 1.30 or newer` };
  }
  return set(path, { exec: { command: ['/bin/sh', '-c', `sleep ${seconds}`] } });
});

/** Raises the number that is written; a script with anything beside one plain sleep is left to a person. */
const lengthenPreStop = onContainer((container, object, context) => {
  const handler = container.preStop?.handler;
  const seconds = sleepFor(object, context);
  if (handler?.type === 'sleep') return set(`${container.path}.lifecycle.preStop.sleep.seconds`, seconds);
  if (handler?.type !== 'exec') return { because: 'the hook is not a sleep' };
  const { command } = handler;
  const index = scriptPosition(command) ?? command.indexOf('sleep') + 1;
  const word = command[index] ?? '';
  const isBare = /^\d+s?$/.test(word) && command[index - 1] === 'sleep';
  const written = /(?<=(?:^|[\s;&])sleep\s+)\d+s?(?=\s*(?:$|[;&]))/g;
  const mended = isBare ? String(seconds) : word.replace(written, String(seconds));
  const isOne = isBare || word.match(written)?.length === 1;
  if (!isOne) return { because: 'the hook does more than one plain sleep' };
  return set(`${container.path}.lifecycle.preStop.exec.command[${index}]`, mended);
});

/** Raises the grace period so that it holds the longest hook, the drain and a margin. */
const raiseGrace: Mend = (object, _, { set: objects }) => {
  const { template } = object.workload;
  const hooks = [...template.containers, ...template.sidecars].map(hookSeconds);
  const drain = drainSecondsOf(object.manifest) ?? DEFAULTS.drain.value;
  const isServed = servingOf(objects, object) !== undefined;
  const atLeast = isServed ? DEFAULTS.gracePeriod.value : DEFAULTS.jobGracePeriod.value;
  const seconds = gracePeriodFor(Math.max(0, ...hooks), drain, DEFAULTS.margin.value, atLeast);
  return set(`${template.path}.terminationGracePeriodSeconds`, seconds);
};

function hookSeconds({ preStop }: Container): number {
  return Math.ceil(sleepSeconds(preStop) ?? 0);
}

export const STOPPING: Readonly<Record<string, Mend>> = {
  'prestop-exists': addPreStop,
  'prestop-covers-withdrawal': lengthenPreStop,
  'prestop-fits-grace': raiseGrace,
  'drain-fits-grace': raiseGrace,
  'grace-is-positive': raiseGrace,
};
