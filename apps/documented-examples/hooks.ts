import { Duration } from 'cdk8s';
import { HealthChecks, Hook, Image, Rules, Security, Shutdown, ZeroDowntimeService } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { EXAMPLE_RESOURCES, UNTAGGED } from './example-app';

/** What a container does right after its start, and before SIGTERM. */
export function hooks(scope: Construct): void {
  // nginx starts as root, binds port 80 and writes below /usr and /var.
  const nginx = {
    image: Image.of('nginx'),
    containerName: 'my-app',
    port: 80,
    health: HealthChecks.http({ readiness: '/', liveness: '/' }),
    resources: EXAMPLE_RESOURCES,
    security: Security.baseline(),
  };
  new ZeroDowntimeService(scope, 'poststart-example', {
    ...nginx,
    postStart: Hook.exec(['/bin/sh', '-c', "echo 'Container started' > /usr/share/message"]),
  });
  new ZeroDowntimeService(scope, 'prestop-example', {
    ...nginx,
    // Of the 20 s, the sleep takes 10 and leaves 10 for requests that were accepted before.
    shutdown: Shutdown.of({
      preStop: Hook.exec(['/bin/sh', '-c', 'sleep 10']),
      preStopTakes: Duration.seconds(10),
      drain: Duration.seconds(10),
      gracePeriod: Duration.seconds(20),
    }),
  });
  Rules.of(scope).acknowledge('image-is-pinned', UNTAGGED);
}
