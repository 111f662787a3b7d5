import { type Command, describe, get } from '../command';
import { forContainers } from '../container-diagnosis';
import type { Diagnosis, Match } from '../diagnosis';
import { waiting } from '../example';
import { envField, resourceField } from '../fields';
import { configError } from '../messages/config-error';
import { programIn, type StartCause, startCause } from '../messages/start-error';
import { type ContainerView, endOf, type PodView, showState } from '../pod-view';
import { quoted } from '../printable';

const waitingMessage = ({ state }: ContainerView) => (state.type === 'waiting' ? state.message : '');
const START_REASONS = ['ContainerCannotRun', 'StartError'];

function matchConfig(container: ContainerView, pod: PodView): Match {
  const message = waitingMessage(container);
  const error = configError(message);
  const base = { proof: [showState(container)], command: describe(pod.ref) as Command };
  const who = `container ${quoted(container.name)}`;
  switch (error.type) {
    case 'missing-object':
      return {
        ...base,
        cause: `${who} takes values from ${error.kind} ${quoted(error.name)}, which does not exist in the pod's namespace`,
        command: get(pod.ref.namespace, error.kind.toLowerCase(), error.name),
        field: envField(container, error.kind, error.name),
        fix: `Create ${error.kind} ${quoted(error.name)} before the pods that need it, or correct the name; \`optional: true\` lets the container start without it.`,
        preventedBy: 'reference-exists',
        sameAs: `${error.kind} ${error.name}`,
        scope: 'namespace',
      };
    case 'missing-key':
      return {
        ...base,
        cause: `${who} takes key ${quoted(error.key)} from ${error.kind} ${quoted(error.name)}, which has no such key`,
        command: describe({
          apiVersion: 'v1',
          kind: error.kind,
          namespace: pod.ref.namespace,
          name: error.name ?? null,
        }),
        field: envField(container, error.kind, error.name, error.key),
        fix: `Add the key to the ${error.kind}, or correct the key in the container's environment.`,
        preventedBy: 'reference-exists',
        sameAs: `${error.kind} ${error.name} ${error.key}`,
        scope: 'namespace',
      };
    case 'runs-as-root':
      return {
        ...base,
        cause: `${who} must not run as root (runAsNonRoot), and its image or its runAsUser makes it root`,
        field: `${container.field}.securityContext.runAsUser`,
        fix: "Set runAsUser to a number above 0 that owns the image's files; where the image needs root, choose Security.baseline().",
      };
    case 'user-not-numeric':
      return {
        ...base,
        cause: `${who} must not run as root (runAsNonRoot), and its image names the user ${quoted(error.user)}: the kubelet cannot tell whether that is root`,
        field: `${container.field}.securityContext.runAsUser`,
        fix: 'Set runAsUser to the number of that user, or give the image a numeric USER.',
      };
    case 'cache-sync':
      return {
        ...base,
        severity: 'warning',
        cause: `${who} waits until the kubelet has read its ConfigMaps and Secrets: this passes by itself`,
        fix: 'Wait; if it stays for minutes, the kubelet cannot reach the API server, or may not read the object.',
      };
    case 'sub-path':
      return {
        ...base,
        cause: `${who} mounts a subPath of a volume that cannot be prepared`,
        field: `${container.field}.volumeMounts[*].subPath`,
      };
    case 'unknown':
      return {
        ...base,
        cause: `${who} cannot be configured: ${message === '' ? 'the status does not tell why; its events do' : message}`,
      };
  }
}

interface StartReading {
  readonly says: (program: string) => string;
  readonly fix: string;
  readonly field: (container: ContainerView) => string | undefined;
}

const command = (container: ContainerView) =>
  `${container.field}.${container.spec.command.length === 0 && container.spec.args.length > 0 ? 'args' : 'command'}`;

const START: Readonly<Record<StartCause, StartReading>> = {
  'command-not-found': {
    says: (program) => `the image has no program ${program}`,
    fix: 'Write the command as a list of words, program first, with the path it has inside of the image; a shell built-in or a whole line needs `["/bin/sh", "-c", "..."]` and an image that has a shell.',
    field: command,
  },
  'permission-denied': {
    says: (program) => `the container's user may not run ${program}`,
    fix: 'Make the file executable for the user that runs it (chmod +x when the image is built), or name the interpreter in the command.',
    field: command,
  },
  'exec-format': {
    says: (program) => `${program} is built for another architecture, or is a script without an interpreter line`,
    fix: "Publish the image for the node's architecture; begin scripts with `#!/bin/sh`.",
    field: (container) => `${container.field}.image`,
  },
  'missing-file': { says: (program) => `${program} is missing`, fix: 'Add the file to the image.', field: command },
  'read-only': {
    says: () => 'it has to write to a file system that is read-only',
    fix: 'Mount an emptyDir where it writes; readOnlyRootFilesystem and read-only mounts stay on.',
    field: (container) => `${container.field}.securityContext.readOnlyRootFilesystem`,
  },
  'working-dir': {
    says: () => 'its working directory does not exist or may not be entered',
    fix: 'Correct workingDir, or create the directory when the image is built.',
    field: (container) => `${container.field}.workingDir`,
  },
  mount: {
    says: () => 'one of its mounts does not fit: a file where a directory is expected, or a path that does not exist',
    fix: 'Compare mountPath and subPath with what the volume and the image hold at that place.',
    field: (container) => `${container.field}.volumeMounts`,
  },
  'no-command': {
    says: () => 'neither the image nor the manifest names a command',
    fix: 'Set command, or give the image an ENTRYPOINT.',
    field: command,
  },
  'name-in-use': {
    says: () => 'the runtime still holds an earlier try of this container: the node is too slow or its disk too busy',
    fix: 'Look at the load and the disk of the node; the kubelet goes on trying. Restart the runtime of the node if it stays.',
    field: () => undefined,
  },
  'memory-too-small': {
    says: () => 'its memory limit is too small even to start it',
    fix: 'Raise the memory limit.',
    field: (container) => resourceField(container, 'limits', 'memory'),
  },
  'time-out': {
    says: () => 'the container runtime of the node did not answer in time',
    fix: 'Look at the load and the disk of the node; the kubelet goes on trying.',
    field: () => undefined,
  },
  'security-profile': {
    says: () => 'the node does not have its security profile, or does not allow it',
    fix: 'Load the seccomp or AppArmor profile onto the nodes, or choose RuntimeDefault.',
    field: (container) => `${container.field}.securityContext`,
  },
  device: {
    says: () => 'a device that it asks for cannot be given to it',
    fix: 'Look at the device plugin of the node and its driver.',
    field: (container) => `${container.field}.resources.limits`,
  },
  unknown: {
    says: () => 'the runtime gives a reason of its own',
    fix: 'Read the message of the runtime and the events of the pod.',
    field: () => undefined,
  },
};

function matchStart(container: ContainerView, pod: PodView, verb: string): Match {
  const end = endOf(container);
  const message =
    [waitingMessage(container), end?.message ?? ''].find((text) => startCause(text) !== 'unknown') ??
    waitingMessage(container);
  const cause = startCause(message);
  const reading = START[cause];
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

const SEE = ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/'];

/** Containers that never came to run: their configuration, their creation, or their start failed. */
export const CREATE_DIAGNOSES: readonly Diagnosis[] = [
  ...forContainers({
    id: 'CreateContainerConfigError',
    initId: 'Init:CreateContainerConfigError',
    outcome: 'failed',
    severity: 'error',
    title: 'The container cannot be configured',
    why: 'Before it creates a container, the kubelet gathers its environment and its user. A ConfigMap, Secret or key that is missing, or a root user under runAsNonRoot, stops it there; it tries again for ever.',
    fix: 'Create what is missing, or correct the reference.',
    see: [...SEE, 'https://kubernetes.io/docs/concepts/configuration/configmap/'],
    example: {
      phase: 'Pending',
      container: 'envFrom:\n  - secretRef: { name: db }',
      status: waiting('CreateContainerConfigError', 'secret "db" not found'),
    },
    match: (container, pod) =>
      container.state.type === 'waiting' && container.state.reason === 'CreateContainerConfigError'
        ? matchConfig(container, pod)
        : undefined,
  }),
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
      const end = endOf(container);
      const stopped = state.type === 'terminated' || (state.type === 'waiting' && state.reason === 'CrashLoopBackOff');
      return stopped && end !== undefined && START_REASONS.includes(end.reason)
        ? matchStart(container, pod, 'started')
        : undefined;
    },
  }),
];
