import { type ContainerView, lastEnd, type PodView, showState } from '../evidence/pod-view';
import { describe } from '../telling/command';
import type { Match } from '../telling/match';
import { inQuotes } from '../telling/printable';
import { programIn, startCause } from './messages/start-error';
import { START_READINGS } from './start-readings';

/** Why the runtime could not create or start a container. */
export function matchStart(container: ContainerView, pod: PodView, verb: 'created' | 'started'): Match {
  const waiting = container.state.type === 'waiting' ? container.state.message : '';
  const message =
    [waiting, lastEnd(container)?.message ?? ''].find((text) => startCause(text) !== 'unknown') ?? waiting;
  const cause = startCause(message);
  const reading = START_READINGS[cause];
  const program = programIn(message) ?? container.spec.command[0];
  const field = reading.field(container);
  return {
    cause: `container ${inQuotes(container.name)} cannot be ${verb}: ${reading.says(program === undefined ? 'of that name' : inQuotes(program))}`,
    proof: [showState(container)],
    command: describe(pod.ref),
    fix: reading.fix,
    ...(field === undefined ? {} : { field }),
    sameAs: `${container.name} ${cause} ${program}`,
  };
}
