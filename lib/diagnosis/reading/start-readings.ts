import type { ContainerView } from '../evidence/pod-view';
import { resourceField } from './fields';
import type { StartCause } from './messages/start-error';

export interface StartReading {
  readonly says: (program: string) => string;
  readonly fix: string;
  readonly field: (container: ContainerView) => string | undefined;
}

const command = (container: ContainerView) =>
  `${container.field}.${container.spec.command.length === 0 && container.spec.args.length > 0 ? 'args' : 'command'}`;

/** What each cause means, and what to change. */
export const START_READINGS: Readonly<Record<StartCause, StartReading>> = {
  'command-not-found': {
    says: (program) => `the image has no program ${program}`,
    fix: 'Write the command as a list of words, program first, with its path inside the image; a shell built-in or a whole line needs `["/bin/sh", "-c", "..."]` and an image that has a shell.',
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
    says: () => 'one of its mounts does not match: a file where a directory is expected, or a path that does not exist',
    fix: 'Compare mountPath and subPath with what the volume and the image contain there.',
    field: (container) => `${container.field}.volumeMounts`,
  },
  'no-command': {
    says: () => 'neither the image nor the manifest names a command',
    fix: 'Set command, or give the image an ENTRYPOINT.',
    field: command,
  },
  'name-in-use': {
    says: () =>
      'the runtime still holds an earlier attempt at this container: the node is too slow or its disk too busy',
    fix: 'Look at the load and the disk of the node; the kubelet keeps retrying. Restart the runtime of the node if it persists.',
    field: () => undefined,
  },
  'memory-too-small': {
    says: () => 'its memory limit is too small to even start it',
    fix: 'Raise the memory limit.',
    field: (container) => resourceField(container, 'limits', 'memory'),
  },
  'time-out': {
    says: () => 'the container runtime of the node did not answer in time',
    fix: 'Look at the load and the disk of the node; the kubelet keeps retrying.',
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
    says: () => 'the runtime gives a reason that is not recognized here',
    fix: 'Read the message of the runtime and the events of the pod.',
    field: () => undefined,
  },
};
