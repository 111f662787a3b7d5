/** Makes of controller whose lag is known. */
export type Controller = 'alb' | 'apisix' | 'azure' | 'gce' | 'istio' | 'nginx' | 'traefik';

/** What the controllers call themselves in `IngressClass.spec.controller`, and before the slash of their annotations. */
const BY_STRING: ReadonlyArray<readonly [RegExp, Controller]> = [
  [/^ingress\.k8s\.aws|^gateway\.k8s\.aws\/alb|^alb\.ingress\.kubernetes\.io|^eks\.amazonaws\.com\/alb/, 'alb'],
  [/apisix\.apache\.org|^k8s\.apisix/, 'apisix'],
  [/^azure\/application-gateway|^appgw\.ingress\.kubernetes\.io/, 'azure'],
  [/^k8s\.io\/ingress-gce|^networking\.gke\.io|^ingress\.gcp\.kubernetes\.io/, 'gce'],
  [/^istio\.io/, 'istio'],
  [/ingress-nginx|^nginx\.(org|ingress\.kubernetes\.io)|^gateway\.nginx\.org/, 'nginx'],
  [/^traefik\.|^traefik\.ingress\.kubernetes\.io/, 'traefik'],
];

/** What people call the classes. */
const BY_NAME: ReadonlyArray<readonly [RegExp, Controller]> = [
  [/^(aws-)?alb\b/, 'alb'],
  [/apisix/, 'apisix'],
  [/^azure[-/]application-gateway$/, 'azure'],
  [/^gce(-internal)?$|^gke-l7-/, 'gce'],
  [/^istio/, 'istio'],
  [/nginx/, 'nginx'],
  [/traefik/, 'traefik'],
];

/** Reads a controller's own name; undefined where it is none that is known. */
export function controllerOfString(written: string): Controller | undefined {
  return BY_STRING.find(([pattern]) => pattern.test(written))?.[1];
}

/** Reads the name of a class, as it is usually given. */
export function controllerOfName(name: string): Controller | undefined {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
}
