import { type ContainerView, type PodView, showState, waitsFor } from '../../evidence/pod-view';
import { envField } from '../../reading/fields';
import { configError } from '../../reading/messages/config-error';
import { type Command, describe, describeNamed, get } from '../../telling/command';
import type { Match } from '../../telling/match';
import { inQuotes } from '../../telling/printable';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

function matchConfig(container: ContainerView, pod: PodView): Match {
  const message = container.state.type === 'waiting' ? container.state.message : '';
  const error = configError(message);
  const base = { proof: [showState(container)], command: describe(pod.ref) as Command };
  const who = `container ${inQuotes(container.name)}`;
  switch (error.type) {
    case 'missing-object':
      return {
        ...base,
        cause: `${who} takes values from ${error.kind} ${inQuotes(error.name)}, which does not exist in the pod's namespace`,
        command: get(pod.ref.namespace, error.kind.toLowerCase(), error.name),
        field: envField(container, error.kind, error.name),
        fix: `Create ${error.kind} ${inQuotes(error.name)} before the pods that need it, or correct the name; \`optional: true\` lets the container start without it.`,
        preventedBy: 'reference-exists',
        sameAs: `${error.kind} ${error.name}`,
        scope: 'namespace',
      };
    case 'missing-key':
      return {
        ...base,
        cause: `${who} takes key ${inQuotes(error.key)} from ${error.kind} ${inQuotes(error.name)}, which has no such key`,
        command: describeNamed(error.kind, pod.ref.namespace, error.name),
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
        cause: `${who} must not run as root (runAsNonRoot), and its image names the user ${inQuotes(error.user)}: the kubelet cannot tell whether that is root`,
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
        cause: `${who} cannot be configured: ${message === '' ? 'the status does not say why; its events do' : message}`,
      };
  }
}

export const CREATE_CONTAINER_CONFIG_ERROR = forContainers({
  id: 'CreateContainerConfigError',
  initId: 'Init:CreateContainerConfigError',
  topic: 'starting',
  patience: { seconds: 10 },
  title: 'The container cannot be configured',
  why: 'Before it creates a container, the kubelet gathers its environment and its user. A ConfigMap, Secret or key that is missing, or a root user under runAsNonRoot, stops it there; it keeps retrying.',
  fix: 'Create what is missing, or correct the reference.',
  see: [
    'https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/',
    'https://kubernetes.io/docs/concepts/configuration/configmap/',
  ],
  example: {
    phase: 'Pending',
    container: yaml`
      envFrom:
        - secretRef: { name: db }
    `,
    status: yaml`
      ready: false
      restartCount: 0
      state:
        waiting:
          reason: CreateContainerConfigError
          message: "secret \"db\" not found"
    `,
  },
  match: (container, pod) =>
    waitsFor(container, 'CreateContainerConfigError') ? matchConfig(container, pod) : undefined,
});
