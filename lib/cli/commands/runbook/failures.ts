import { classFor } from '../../../diagnosis/classes/container-diagnosis';
import { ERR_IMAGE_PULL } from '../../../diagnosis/classes/images/err-image-pull';
import { IMAGE_PULL_BACK_OFF } from '../../../diagnosis/classes/images/image-pull-back-off';
import { CRASH_LOOP_BACK_OFF } from '../../../diagnosis/classes/running/crash-loop-back-off';
import { LIVENESS_PROBE_FAILING } from '../../../diagnosis/classes/running/liveness-probe-failing';
import { OOM_KILLED } from '../../../diagnosis/classes/running/oom-killed';
import { READINESS_PROBE_FAILING } from '../../../diagnosis/classes/running/readiness-probe-failing';
import { STARTUP_PROBE_FAILING } from '../../../diagnosis/classes/running/startup-probe-failing';
import { UNSCHEDULABLE_CPU } from '../../../diagnosis/classes/scheduling/unschedulable-cpu';
import { UNSCHEDULABLE_MEMORY } from '../../../diagnosis/classes/scheduling/unschedulable-memory';
import { UNSCHEDULABLE_PVC } from '../../../diagnosis/classes/scheduling/unschedulable-pvc';
import { CREATE_CONTAINER_CONFIG_ERROR } from '../../../diagnosis/classes/starting/create-container-config-error';
import { FAILED_ATTACH_VOLUME } from '../../../diagnosis/classes/starting/failed-attach-volume';
import { FAILED_MOUNT } from '../../../diagnosis/classes/starting/failed-mount';
import type { WorkloadObject } from '../../../kubernetes/set/manifest-set';
import { objectsOf, stringOf } from '../../../kubernetes/views/json';
import { allContainers } from '../../../kubernetes/views/pod-template';
import { earliestKill, timeToNotice } from '../../../lifecycle/arithmetic/timing';
import { type Reference, referencesOf } from '../../../workloads/references';
import { Commands } from './commands';
import { controllerFailures } from './controller-failures';
import type { Failure } from './failure';
import { code } from './markdown';

/** Every failure that this workload can have. */
export function failuresOf(object: WorkloadObject): readonly Failure[] {
  const commands = new Commands(object);
  return [
    ...images(object, commands),
    ...configuration(object, commands),
    ...claims(object, commands),
    ...scheduling(object, commands),
    ...crashes(object, commands),
    ...probes(object, commands),
    ...controllerFailures(object, commands),
  ];
}

/** What the pods refer to for these uses, each once. */
function referred({ workload }: WorkloadObject, fits: (reference: Reference) => boolean): readonly Reference[] {
  const found = [...referencesOf(workload.template)].filter(fits);
  return [...new Map(found.map((each) => [`${each.kind}/${each.name}`, each])).values()];
}

function images(object: WorkloadObject, commands: Commands): readonly Failure[] {
  const { template } = object.workload;
  const names = [...new Set(allContainers(template).flatMap(({ image }) => (image === undefined ? [] : [image])))];
  const secrets = objectsOf(template.spec.imagePullSecrets).flatMap(({ item }) => stringOf(item.name) ?? []);
  const credentials =
    secrets.length === 0 ? 'No pull secret is set.' : `Credentials come from ${secrets.map(code).join(', ')}.`;
  return [
    {
      classes: [classFor(ERR_IMAGE_PULL, 'app'), classFor(IMAGE_PULL_BACK_OFF, 'app')],
      seen: '`ErrImagePull` or `ImagePullBackOff`',
      means: `A node cannot pull ${names.map(code).join(' or ')}. ${credentials}`,
      commands: [commands.describePods(), ...secrets.map((name) => commands.get('secret', name))],
    },
  ];
}

function configuration(object: WorkloadObject, commands: Commands): readonly Failure[] {
  const needed = referred(
    object,
    ({ kind, use }) => kind !== 'PersistentVolumeClaim' && (use === 'environment' || use === 'volume'),
  );
  if (needed.length === 0) return [];
  return [
    {
      classes: [classFor(CREATE_CONTAINER_CONFIG_ERROR, 'app'), FAILED_MOUNT],
      seen: '`CreateContainerConfigError`, or `ContainerCreating` that does not end',
      means: `The pods do not start without ${needed.map(({ kind, name }) => `${kind} ${code(name)}`).join(', ')}.`,
      commands: [...needed.map(({ kind, name }) => commands.get(kind, name)), commands.describePods()],
    },
  ];
}

function claims(object: WorkloadObject, commands: Commands): readonly Failure[] {
  const named = referred(object, ({ kind }) => kind === 'PersistentVolumeClaim');
  if (named.length === 0 && objectsOf(object.workload.spec.volumeClaimTemplates).length === 0) return [];
  const awaited = named.length > 0 ? `claim ${named.map(({ name }) => code(name)).join(', ')}` : 'their own claims';
  return [
    {
      classes: [UNSCHEDULABLE_PVC, FAILED_ATTACH_VOLUME],
      seen: '`Pending`, or `ContainerCreating` that does not end',
      means: `The pods wait for ${awaited} to be bound and attached.`,
      commands: [
        ...(named.length > 0
          ? named.map(({ name }) => commands.describeOther('persistentvolumeclaim', name))
          : [commands.line('get', 'persistentvolumeclaims')]),
        'kubectl get volumeattachments',
      ],
    },
  ];
}

function scheduling(object: WorkloadObject, commands: Commands): readonly Failure[] {
  const asked = allContainers(object.workload.template).flatMap(({ name, requests, limits }) => {
    const amounts = ['cpu', 'memory']
      .map((resource) => requests[resource] ?? limits[resource])
      .filter((amount) => amount !== undefined);
    return amounts.length === 0 ? [] : [`${code(name)} ${amounts.map((amount) => code(String(amount))).join(' and ')}`];
  });
  return [
    {
      classes: [UNSCHEDULABLE_CPU, UNSCHEDULABLE_MEMORY],
      seen: '`Pending`',
      means:
        asked.length === 0
          ? 'No node takes a pod. It requests nothing, so look for taints, selectors and claims.'
          : `No node has room for a pod: ${asked.join(', ')}.`,
      commands: [commands.describePods(), 'kubectl describe nodes'],
    },
  ];
}

function crashes(object: WorkloadObject, commands: Commands): readonly Failure[] {
  return allContainers(object.workload.template).flatMap((container) => {
    const prefix = container.role === 'init' ? 'Init:' : '';
    const limit = container.limits.memory;
    const crash: Failure = {
      classes: [classFor(CRASH_LOOP_BACK_OFF, container.role)],
      seen: `\`${prefix}CrashLoopBackOff\` or \`${prefix}Error\``,
      means: `Container ${code(container.name)} exits. The exit code says where to look: 0 it finished, 127 command not found, 137 killed (SIGKILL), 143 stopped (SIGTERM).`,
      commands: [commands.logs(container.name, true), commands.logs(container.name, false)],
    };
    if (limit === undefined || limit === null) return [crash];
    const memory: Failure = {
      classes: [classFor(OOM_KILLED, container.role)],
      seen: `\`${prefix}OOMKilled\`, or restarts with that reason`,
      means: `Container ${code(container.name)} used more than its memory limit of ${code(String(limit))}.`,
      commands: [commands.topPods(), commands.logs(container.name, true)],
    };
    return [crash, memory];
  });
}

function probes(object: WorkloadObject, commands: Commands): readonly Failure[] {
  return allContainers(object.workload.template).flatMap(({ name, startupProbe, livenessProbe, readinessProbe }) => {
    const failures: Failure[] = [];
    if (startupProbe !== undefined) {
      failures.push({
        classes: [classFor(STARTUP_PROBE_FAILING, 'app')],
        seen: 'pods that are not ready, and a growing number of restarts',
        means: `Container ${code(name)} is killed when its startup probe has not succeeded after ${earliestKill(startupProbe)} s.`,
        commands: [commands.warnings(), commands.logs(name, true)],
      });
    }
    if (livenessProbe !== undefined) {
      failures.push({
        classes: [classFor(LIVENESS_PROBE_FAILING, 'app')],
        seen: 'a growing number of restarts, with exit code 137 or 143',
        means: `Container ${code(name)} is killed at most ${timeToNotice(livenessProbe)} s after it stops answering its liveness probe.`,
        commands: [commands.warnings(), commands.topPods(), commands.logs(name, true)],
      });
    }
    if (readinessProbe !== undefined) {
      failures.push({
        classes: [classFor(READINESS_PROBE_FAILING, 'app')],
        seen: 'pods that run and are not ready',
        means: `Pods get no requests while container ${code(name)} does not answer its readiness probe. Nothing restarts it.`,
        commands: [commands.warnings(), commands.logs(name, false)],
      });
    }
    return failures;
  });
}
