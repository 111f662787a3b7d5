import { EnvValue, HealthChecks, Image, Resources, Security, ZeroDowntimeService } from 'cdk8s-lifecycle';
import { ServiceAccount } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/** The release of the demo that all its own images are taken from. */
const RELEASE = 'v0.10.6';
const REGISTRY = 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo';

/** An image of the demo. */
export function boutiqueImage(name: string): Image {
  return Image.of(`${REGISTRY}/${name}:${RELEASE}`);
}

/** Every pod of the demo runs as user and group 1000, without capabilities and with a read-only root file system. */
export const SHOP_SECURITY = Security.restricted({ user: 1000, group: 1000, fsGroup: 1000 });

/** What most of the services are given. */
export const SMALL = Resources.explicit({
  cpuRequest: '100m',
  cpuLimit: '200m',
  memoryRequest: '64Mi',
  memoryLimit: '128Mi',
});

/** Labels of the demo's manifests, kept for dashboards that know them. */
export function appLabel(name: string): { readonly labels: Labels; readonly podLabels: Labels } {
  return { labels: { app: name }, podLabels: { app: name } };
}

type Labels = { readonly [name: string]: string };

/** Gives a service an identity of its own, and returns its name. */
export function serviceAccount(scope: Construct, name: string): string {
  return new ServiceAccount(scope, `${name}-account`, { metadata: { name } }).name;
}

/** Environment variables whose values stand in the manifest. */
export function variables(values: { readonly [name: string]: string }): { readonly [name: string]: EnvValue } {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, EnvValue.of(value)]));
}

/** What differs between the services that speak gRPC. */
export interface GrpcServiceProps {
  /** Port that the server listens on; it answers the gRPC health checking protocol there too. */
  readonly port: number;
  /** Port of the Service. @default - the server's */
  readonly servicePort?: number;
  readonly env: { readonly [name: string]: EnvValue };
  readonly resources: Resources;
}

/** A backend of the shop: image, identity and name are one, the container is called `server`. */
export function grpcService(scope: Construct, name: string, props: GrpcServiceProps): ZeroDowntimeService {
  return new ZeroDowntimeService(scope, name, {
    image: boutiqueImage(name),
    containerName: 'server',
    portName: 'grpc',
    health: HealthChecks.grpc(),
    security: SHOP_SECURITY,
    serviceAccountName: serviceAccount(scope, name),
    ...appLabel(name),
    ...props,
  });
}
