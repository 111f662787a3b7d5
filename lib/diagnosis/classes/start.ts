import { type ContainerView, lastEnd, type PodView, showState } from '../evidence/pod-view';
import { programIn, startCause } from '../reading/messages/start-error';
import { START_READINGS } from '../reading/start-readings';
import { describe } from '../telling/command';
import type { Match } from '../telling/match';
import { quoted } from '../telling/printable';
import { forContainers } from './container-diagnosis';
import type { Diagnosis } from './diagnosis';
import { waiting } from './example';

const waitingMessage = ({ state }: ContainerView) => (state.type === 'waiting' ? state.message : '');

const START_REASONS = ['ContainerCannotRun', 'StartError'];

const SEE = ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/'];

function matchStart(container: ContainerView, pod: PodView, verb: string): Match {
  const end = lastEnd(container);
  const message =
    [waitingMessage(container), end?.message ?? ''].find((text) => startCause(text) !== 'unknown') ??
    waitingMessage(container);
  const cause = startCause(message);
  const reading = START_READINGS[cause];
  const program = programIn(message) ?? container.spec.command[0];
  const field = reading.field(container);
  return {
    cause: `container ${quoted(container.name)} cannot be ${verb}: ${reading.says(program === undefined ? 'of that name' : quoted(program))}`,
    proof: [showState(container)],
    command: describe(pod.ref),
    fix: reading.fix,
    ...(field === undefined ? {} : { field }),
    sameAs: `${container.name} ${cause} ${program}`,
  };
}

/** Containers that the runtime could not create or start. */
export const START_DIAGNOSES: readonly Diagnosis[] = [
  ...forContainers({
    id: 'CreateContainerError',
    initId: 'Init:CreateContainerError',
    outcome: 'failed',
    severity: 'error',
    title: 'The container cannot be created',
    why: 'The container runtime refused to create the container, or did not answer in time.',
    fix: 'Read the message of the runtime: mounts, devices and names come from the manifest, time-outs from the node.',
    see: SEE,
    example: {
      phase: 'Pending',
      status: waiting('CreateContainerError', 'context deadline exceeded'),
    },
    match: (container, pod) =>
      container.state.type === 'waiting' &&
      ['CreateContainerError', 'PreCreateHookError'].includes(container.state.reason)
        ? matchStart(container, pod, 'created')
        : undefined,
  }),
  ...forContainers({
    id: 'RunContainerError',
    initId: 'Init:RunContainerError',
    outcome: 'failed',
    severity: 'error',
    title: 'The container was created, but its program cannot be started',
    why: 'The command, its permissions or its architecture do not fit the image. The program never ran, so there is no log.',
    fix: 'Compare command and args with what the image holds.',
    see: ['https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/'],
    example: {
      container: 'command: [serv]',
      status: waiting(
        'RunContainerError',
        'failed to create containerd task: exec: "serv": executable file not found in $PATH',
        1,
        '{ reason: StartError, exitCode: 128 }',
      ),
    },
    match(container, pod) {
      const { state } = container;
      if (
        state.type === 'waiting' &&
        ['RunContainerError', 'PreStartHookError', ...START_REASONS].includes(state.reason)
      ) {
        return matchStart(container, pod, 'started');
      }
      const end = lastEnd(container);
      const stopped = state.type === 'terminated' || (state.type === 'waiting' && state.reason === 'CrashLoopBackOff');
      return stopped && end !== undefined && START_REASONS.includes(end.reason)
        ? matchStart(container, pod, 'started')
        : undefined;
    },
  }),
];
