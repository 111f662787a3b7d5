import { HealthChecks, Image, ZeroDowntimeService } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { EXAMPLE_RESOURCES } from './example-app';

/** The rolling update of the notes: replicas, strategy, both probes and the grace period are what a service does anyway. */
export function rollingUpdate(scope: Construct): void {
  new ZeroDowntimeService(scope, 'my-app', {
    image: Image.of('my-app:v2'),
    port: 80,
    health: HealthChecks.http(),
    resources: EXAMPLE_RESOURCES,
    podLabels: { app: 'my-app' },
  });
}
