import { parseImage } from '../kubernetes/text/image-reference';
import type { Container } from '../kubernetes/views/container';
import type { PodTemplate } from '../kubernetes/views/pod-template';

/** Proxies that the app's requests go through, by the names that their makers give the container. */
const BY_NAME =
  /^(istio-proxy|linkerd-proxy|envoy|envoy-sidecar|cloud-?sql-(auth-)?proxy|consul-dataplane|kuma-sidecar|oauth2-proxy|kube-rbac-proxy.*)$/;

/** The same by image, whatever the container is called. */
const BY_IMAGE =
  /(^|\/)(cloudsql-docker\/gce-proxy|cloud-sql-connectors\/cloud-sql-proxy|istio\/proxyv2|linkerd\/proxy|envoyproxy\/envoy|oauth2-proxy\/oauth2-proxy)$/;

/** Ordinary containers of a pod that are proxies for another one; a pod that is a proxy and nothing else has none. */
export function classicProxies({ containers }: PodTemplate): readonly Container[] {
  const proxies = containers.filter(isProxy);
  return proxies.length === containers.length ? [] : proxies;
}

function isProxy({ name, image }: Container): boolean {
  if (BY_NAME.test(name)) return true;
  const parsed = image === undefined ? '' : parseImage(image);
  return typeof parsed !== 'string' && BY_IMAGE.test(parsed.repository);
}
