import { Duration } from 'cdk8s';
import { HealthChecks, Hook, Image, Rules, Shutdown, ZeroDowntimeService } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { EXAMPLE_RESOURCES, UNTAGGED } from './example-app';

/** A pod that goes on accepting for ten seconds and has a minute in all. Both numbers are the defaults of a service. */
export function gracefulExit(scope: Construct): void {
  const app = new ZeroDowntimeService(scope, 'my-app', {
    image: Image.of('my-app-image'),
    containerName: 'my-app-container',
    port: 80,
    health: HealthChecks.http(),
    resources: EXAMPLE_RESOURCES,
    // The default is the kubelet's own sleep, which needs no shell; the notes sleep in one.
    shutdown: Shutdown.of({
      preStop: Hook.exec(['/bin/sh', '-c', 'sleep 10']),
      preStopTakes: Duration.seconds(10),
    }),
  });
  Rules.of(app).acknowledge('image-is-pinned', UNTAGGED);
}
