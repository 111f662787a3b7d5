import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { annotationsOf, labelsOf } from '../kubernetes/views/manifest';
import type { PodTemplate } from '../kubernetes/views/pod-template';
import { namedRoute, type Route } from '../lifecycle/routes/route';
import { namespaceOf } from './namespace-of';

/**
 * The route that a mesh's proxy in the pod adds: the proxy is written there, or will be put there because the pod
 * template or its Namespace asks for it. Pods on the host's network get none.
 */
export function sidecarRouteOf(set: ManifestSet, object: SetObject): Route | undefined {
  const template = object.workload?.template;
  if (template === undefined) return undefined;
  if (hasProxy(template, 'linkerd-proxy') || linkerdInjects(set, object, template)) return namedRoute('linkerd');
  if (hasProxy(template, 'istio-proxy') || istioInjects(set, object, template)) return namedRoute('istio');
  return undefined;
}

/** The mesh whose proxy will be put into the pods; undefined where none is asked for, or its proxy is written there. */
export function injectedMeshOf(set: ManifestSet, object: SetObject): 'istio' | 'linkerd' | undefined {
  const template = object.workload?.template;
  if (template === undefined || hasProxy(template, 'linkerd-proxy') || hasProxy(template, 'istio-proxy'))
    return undefined;
  if (linkerdInjects(set, object, template)) return 'linkerd';
  return istioInjects(set, object, template) ? 'istio' : undefined;
}

function hasProxy({ containers, sidecars }: PodTemplate, name: string): boolean {
  return [...containers, ...sidecars].some((container) => container.name === name);
}

/** @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy */
function istioInjects(set: ManifestSet, object: SetObject, { labels, annotations, spec }: PodTemplate): boolean {
  if (spec.hostNetwork === true) return false;
  const own = labels['sidecar.istio.io/inject'] ?? annotations['sidecar.istio.io/inject'];
  if (own !== undefined) return own === 'true';
  if (labels['istio.io/rev'] !== undefined) return true;
  const namespace = namespaceOf(set, object);
  const around = namespace === undefined ? {} : labelsOf(namespace.manifest);
  if (around['istio-injection'] !== undefined) return around['istio-injection'] === 'enabled';
  return around['istio.io/rev'] !== undefined;
}

/** @see https://linkerd.io/2/features/proxy-injection/ */
function linkerdInjects(set: ManifestSet, object: SetObject, { annotations, spec }: PodTemplate): boolean {
  if (spec.hostNetwork === true) return false;
  const namespace = namespaceOf(set, object);
  const asked =
    annotations['linkerd.io/inject'] ?? (namespace && annotationsOf(namespace.manifest)['linkerd.io/inject']);
  return asked === 'enabled' || asked === 'ingress';
}
