import { Duration } from 'cdk8s';
import { HealthCheck, HealthChecks, ZeroDowntimeService } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { EXAMPLE_IMAGE, EXAMPLE_RESOURCES } from './example-app';

/** The three probes: whether the container lives, takes traffic and has started. */
export function probes(scope: Construct): void {
  const web = { image: EXAMPLE_IMAGE, port: 8080, resources: EXAMPLE_RESOURCES };

  new ZeroDowntimeService(scope, 'liveness', {
    ...web,
    health: HealthChecks.http().withLiveness({ initialDelay: Duration.seconds(3), period: Duration.seconds(5) }),
  });
  new ZeroDowntimeService(scope, 'readiness', {
    ...web,
    health: HealthChecks.of({ readiness: HealthCheck.exec(['cat', '/tmp/healthy']) }).withReadiness({
      initialDelay: Duration.seconds(5),
      period: Duration.seconds(5),
    }),
  });
  new ZeroDowntimeService(scope, 'startup', {
    ...web,
    health: HealthChecks.http({ startup: '/startup' }).withStartup({
      period: Duration.seconds(10),
      failureThreshold: 30,
    }),
  });
  // Each probe may ask in its own way.
  new ZeroDowntimeService(scope, 'three-ways', {
    ...web,
    health: HealthChecks.of({
      readiness: HealthCheck.tcp(),
      liveness: HealthCheck.http({ path: '/healthz' }),
      startup: HealthCheck.exec(['cat', '/tmp/healthy']),
    }),
  });
  // Until the startup check has passed, liveness does not run: the slow start and the later deadlock get a limit each.
  new ZeroDowntimeService(scope, 'startup-and-liveness', {
    ...web,
    health: HealthChecks.http().withStartup({ initialDelay: Duration.seconds(10) }),
  });
}
