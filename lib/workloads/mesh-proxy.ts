import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { annotationsOf, labelsOf } from '../kubernetes/views/manifest';
import type { PodTemplate } from '../kubernetes/views/pod-template';
import { namespaceOf } from './namespace-of';
import { injectedMeshOf } from './route-of-sidecar';
import { writtenSeconds } from './written-seconds';

/** A proxy that a mesh puts into the pods, and for how long it carries requests once they are deleted. */
export interface MeshProxy {
  readonly mesh: 'istio' | 'linkerd';
  /** Name of its container. */
  readonly name: string;
  /** Seconds after the deletion at which it ends; infinite where it outlives the app. Undefined: nothing says. */
  readonly ends: number | undefined;
  /** The setting that says so, as it was written. */
  readonly said: string | undefined;
}

/** From this version on Istio makes its proxy a native sidecar by itself, in a cluster that has them. */
const NATIVE_ISTIO = { major: 1, minor: 27 };

/**
 * Reads the proxy that is injected into a workload's pods; undefined where none is, or one is written there.
 *
 * @see https://linkerd.io/2/tasks/graceful-shutdown/
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig
 */
export function meshProxyOf(set: ManifestSet, object: SetObject): MeshProxy | undefined {
  const mesh = injectedMeshOf(set, object);
  const template = object.workload?.template;
  if (mesh === undefined || template === undefined) return undefined;
  const namespace = namespaceOf(set, object);
  // What a pod template says comes before its Namespace.
  const annotations = { ...(namespace && annotationsOf(namespace.manifest)), ...template.annotations };
  const labels = { ...(namespace && labelsOf(namespace.manifest)), ...template.labels };
  const read = mesh === 'linkerd' ? linkerdEnd(annotations) : istioEnd(annotations, labels, template);
  return { mesh, name: `${mesh}-proxy`, ...(read ?? { ends: undefined, said: undefined }) };
}

type End = Pick<MeshProxy, 'ends' | 'said'>;
type Texts = Readonly<Record<string, string | undefined>>;

const OUTLIVES = Number.POSITIVE_INFINITY;

function linkerdEnd(annotations: Texts): End | undefined {
  for (const stage of ['', 'beta.', 'alpha.']) {
    const native = `config.${stage}linkerd.io/proxy-enable-native-sidecar`;
    if (annotations[native] === 'true') return { ends: OUTLIVES, said: native };
  }
  for (const stage of ['', 'beta.', 'alpha.']) {
    const written = annotations[`config.${stage}linkerd.io/proxy-wait-before-exit-seconds`];
    const seconds = writtenSeconds(written);
    if (seconds !== undefined) return { ends: seconds, said: `proxy-wait-before-exit-seconds ${written}` };
  }
  return undefined;
}

function istioEnd(annotations: Texts, labels: Texts, template: PodTemplate): End | undefined {
  if (annotations['sidecar.istio.io/nativeSidecar'] === 'true') return { ends: OUTLIVES, said: 'nativeSidecar' };
  const config = annotations['proxy.istio.io/config'] ?? '';
  if (/EXIT_ON_ZERO_ACTIVE_CONNECTIONS["']?\s*:\s*["']?true/.test(config)) {
    return { ends: OUTLIVES, said: 'EXIT_ON_ZERO_ACTIVE_CONNECTIONS' };
  }
  const isForbidden = annotations['sidecar.istio.io/nativeSidecar'] === 'false';
  if (!isForbidden && isNativeByVersion(annotations, labels, template)) return { ends: OUTLIVES, said: 'its version' };
  const written = /terminationDrainDuration["']?\s*:\s*["']?([\w.]+)/.exec(config)?.[1];
  const seconds = writtenSeconds(written);
  return seconds === undefined ? undefined : { ends: seconds, said: `terminationDrainDuration ${written}` };
}

/** The version stands in a revision (`1-27-1`) or in the image of the proxy. */
function isNativeByVersion(annotations: Texts, labels: Texts, { spec }: PodTemplate): boolean {
  if (spec.hostNetwork === true) return false;
  const written = `${labels['istio.io/rev'] ?? ''} ${annotations['sidecar.istio.io/proxyImage'] ?? ''}`;
  const [, major, minor] = /(?:^|[^\d])(\d+)[.-](\d+)(?:[.-]\d+)?(?:$|[^\d])/.exec(written) ?? [];
  return Number(major) === NATIVE_ISTIO.major && Number(minor) >= NATIVE_ISTIO.minor;
}
