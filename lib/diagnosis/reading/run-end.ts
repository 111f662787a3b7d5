import { earliestKill } from '../../lifecycle/arithmetic/timing';
import type { Evidence } from '../evidence/evidence';
import { type ContainerView, lastEnd, type PodView, showState, type Terminated } from '../evidence/pod-view';
import { describe, logs, top } from '../telling/command';
import type { Match } from '../telling/match';
import { inQuotes, shownDuration } from '../telling/printable';
import { canBeAKill, showExit } from './messages/exit-code';
import { contentionOf } from './usage';

/** How long a run lasted, in seconds. */
function ranFor(end: Terminated | undefined): number | undefined {
  if (end?.startedAt === undefined || end.finishedAt === undefined) return undefined;
  return (end.finishedAt - end.startedAt) / 1000;
}

/** A stop that a probe can have caused: it did not come before the probe can have killed, and its exit code fits. */
function fitsProbeKill(
  container: ContainerView,
  end: Terminated | undefined,
): 'livenessProbe' | 'startupProbe' | undefined {
  if (end === undefined || end.reason === 'OOMKilled') return undefined;
  const lasted = ranFor(end);
  for (const type of ['startupProbe', 'livenessProbe'] as const) {
    const probe = container.spec[type];
    if (probe === undefined) continue;
    const kill = earliestKill(probe);
    if (type === 'startupProbe' && (container.started === true || (lasted !== undefined && lasted > kill + 60)))
      continue;
    // Programs end themselves with any code once they got SIGTERM; but a run of a second was no probe's doing.
    const isLikely = canBeAKill(end.exitCode)
      ? lasted === undefined || lasted + 1 >= kill
      : lasted !== undefined && lasted >= kill;
    if (isLikely) return type;
  }
  return undefined;
}

/** What the end of a run says about its cause, and the field to look at. */
function readEnd(
  container: ContainerView,
  pod: PodView,
  end: Terminated | undefined,
): Pick<Match, 'field' | 'fix'> & { says: string } {
  const exit = showExit(end?.exitCode);
  const probe = fitsProbeKill(container, end);
  if (end === undefined) return { says: 'the status does not say how its last run ended; its log may' };
  if (end.exitCode === 0 && pod.restartPolicy === 'Always' && container.role === 'app' && probe === undefined) {
    return {
      says: 'its program exits with code 0, and restartPolicy Always restarts it',
      field: 'spec.restartPolicy',
      fix: 'A program that finishes belongs in a Job; a server must stay in the foreground: look at its command.',
    };
  }
  if (probe !== undefined) {
    return {
      says: `its last run ended with ${exit} after a time at which its ${probe} may have killed it; no event says so, but its log may`,
      field: `${container.field}.${probe}`,
      fix: `Read the previous log. If the app was healthy, give the ${probe} more time; if it hung, the probe did its job.`,
    };
  }
  if (end.exitCode === 126 || end.exitCode === 127) {
    return {
      says: `its program exits with ${exit}`,
      field: `${container.field}.command`,
      fix: 'Compare the command, and the programs that a script calls, with what the image contains.',
    };
  }
  if (end.exitCode === 137) {
    return {
      says: 'its last run was killed (SIGKILL), though not for its memory limit as far as the status shows: a process inside the container may have been, or the node ran out of memory',
      fix: "Read the previous log and the node's events for an out-of-memory kill of a process below the first.",
    };
  }
  if (end.exitCode === 139)
    return {
      says: `its program crashes: ${exit}, a fault in native code`,
      fix: 'Look for a library or an architecture that does not match the image.',
    };
  const message = end.message === '' ? '' : `; it says: ${end.message}`;
  return {
    says: `its program exits with ${exit}${message === '' ? '. The status does not say why: configuration, a missing dependency, DNS and network all look like this; read its log' : message}`,
  };
}

/** What the end of a container's last run says, with the log to read. */
export function matchEnd(container: ContainerView, pod: PodView, evidence: Evidence, subject: string): Match {
  const end = lastEnd(container);
  const { says, field, fix } = readEnd(container, pod, end);
  const lasted = ranFor(end);
  const contention = contentionOf(container, pod, evidence);
  const previous = container.state.type !== 'terminated';
  return {
    cause: `${subject}: ${says}`,
    proof: [
      showState(container),
      ...(lasted === undefined ? [] : [`the last run lasted ${shownDuration(lasted * 1000)}`]),
      ...(contention === undefined ? [] : [contention.line]),
    ],
    command: logs(pod.ref, container.name, previous),
    more: [describe(pod.ref), ...(contention === undefined && end?.exitCode === 137 ? [top(pod.ref)] : [])],
    ...(field === undefined ? {} : { field }),
    ...(fix === undefined ? {} : { fix }),
    sameAs: `${container.name} ${end?.exitCode} ${end?.reason}`,
  };
}

/** A container as a sentence names it. */
export const nameOf = ({ role, name }: ContainerView) =>
  `${role === 'init' ? 'init container' : role === 'sidecar' ? 'sidecar' : 'container'} ${inQuotes(name)}`;
