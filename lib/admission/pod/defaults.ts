import { defaultPullPolicy } from '../../kubernetes/text/image-reference';
import { API_DEFAULTS } from '../../kubernetes/versions/api-defaults';
import type { Report } from '../report';
import type {
  Container,
  EphemeralContainer,
  HTTPGetAction,
  Lifecycle,
  LifecycleHandler,
  PodSpec,
  PodTemplateSpec,
  Probe,
} from '../structure/generated/types';
import { defaultFieldRef, defaultVolume } from './volume-defaults';

// Source: pkg/apis/core/v1/defaults.go and zz_generated.defaults.go. The API server validates what these leave.

/** Fills in what every pod spec gets, in a Pod or in a template. */
export function defaultPodSpec(spec: PodSpec, report: Report): PodSpec {
  // serviceAccount is another name of serviceAccountName, which wins. Source: core/v1/conversion.go.
  const { serviceAccount, ...others } = spec;
  const serviceAccountName = spec.serviceAccountName || serviceAccount;
  return {
    ...others,
    ...(serviceAccountName !== undefined && { serviceAccountName }),
    dnsPolicy: spec.dnsPolicy || 'ClusterFirst',
    restartPolicy: spec.restartPolicy || 'Always',
    terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? API_DEFAULTS.pod.terminationGracePeriodSeconds,
    schedulerName: spec.schedulerName || 'default-scheduler',
    securityContext: spec.securityContext ?? {},
    containers: spec.containers?.map(defaultContainer),
    initContainers: spec.initContainers?.map(defaultContainer),
    ephemeralContainers: spec.ephemeralContainers?.map(defaultContainer),
    volumes: spec.volumes?.map((volume) => defaultVolume(volume, report)),
  };
}

/** Fills in a template's pod spec. */
export function defaultPodTemplate(template: PodTemplateSpec, report: Report): PodTemplateSpec {
  return { ...template, spec: defaultPodSpec(template.spec ?? {}, report) };
}

function defaultContainer<T extends Container | EphemeralContainer>(container: T): T {
  return {
    ...container,
    imagePullPolicy: container.imagePullPolicy || defaultPullPolicy(container.image ?? ''),
    terminationMessagePath: container.terminationMessagePath || '/dev/termination-log',
    terminationMessagePolicy: container.terminationMessagePolicy || 'File',
    ports: container.ports?.map((port) => ({ ...port, protocol: port.protocol || 'TCP' })),
    env: container.env?.map((variable) => {
      const fieldRef = variable.valueFrom?.fieldRef;
      if (fieldRef === undefined) return variable;
      return { ...variable, valueFrom: { ...variable.valueFrom, fieldRef: defaultFieldRef(fieldRef) } };
    }),
    livenessProbe: defaultProbe(container.livenessProbe),
    readinessProbe: defaultProbe(container.readinessProbe),
    startupProbe: defaultProbe(container.startupProbe),
    lifecycle: defaultLifecycle(container.lifecycle),
  };
}

function defaultProbe(probe: Probe | undefined): Probe | undefined {
  return (
    probe && {
      ...probe,
      httpGet: defaultHttpGet(probe.httpGet),
      timeoutSeconds: probe.timeoutSeconds || API_DEFAULTS.probe.timeoutSeconds,
      periodSeconds: probe.periodSeconds || API_DEFAULTS.probe.periodSeconds,
      successThreshold: probe.successThreshold || API_DEFAULTS.probe.successThreshold,
      failureThreshold: probe.failureThreshold || API_DEFAULTS.probe.failureThreshold,
    }
  );
}

function defaultLifecycle(lifecycle: Lifecycle | undefined): Lifecycle | undefined {
  return (
    lifecycle && {
      ...lifecycle,
      postStart: defaultHook(lifecycle.postStart),
      preStop: defaultHook(lifecycle.preStop),
    }
  );
}

function defaultHook(hook: LifecycleHandler | undefined): LifecycleHandler | undefined {
  return hook && { ...hook, httpGet: defaultHttpGet(hook.httpGet) };
}

function defaultHttpGet(http: HTTPGetAction | undefined): HTTPGetAction | undefined {
  return http && { ...http, path: http.path || '/', scheme: http.scheme || 'HTTP' };
}
