import { HealthChecks, Image, Resources, Rules, ZeroDowntimeService } from 'cdk8s-lifecycle';
import { Volume } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { appLabel, grpcService, SHOP_SECURITY, variables } from './boutique';

/** The shopping carts: a service without state, and the redis that keeps it. */
export function cart(scope: Construct): void {
  grpcService(scope, 'cartservice', {
    port: 7070,
    env: variables({ REDIS_ADDR: 'redis-cart:6379' }),
    resources: Resources.explicit({
      cpuRequest: '200m',
      cpuLimit: '300m',
      memoryRequest: '64Mi',
      memoryLimit: '128Mi',
    }),
  });

  const redis = new ZeroDowntimeService(scope, 'redis-cart', {
    image: Image.of('redis:alpine'),
    containerName: 'redis',
    port: 6379,
    portName: 'tcp-redis',
    replicas: 1,
    health: HealthChecks.tcp(),
    resources: Resources.explicit({
      cpuRequest: '70m',
      cpuLimit: '125m',
      memoryRequest: '200Mi',
      memoryLimit: '256Mi',
    }),
    volumeMounts: [{ path: '/data', volume: Volume.fromEmptyDir(scope, 'redis-data', 'redis-data') }],
    security: SHOP_SECURITY,
    ...appLabel('redis-cart'),
  });
  Rules.of(redis).acknowledge(
    'replicas-survive-one-loss',
    'redis is not clustered: two pods would hold two halves of the carts, and an empty cart is what the demo accepts',
  );
}
