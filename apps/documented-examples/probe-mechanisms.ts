import { Duration } from 'cdk8s';
import { HealthCheck, HealthChecks, Image, StatefulService, Worker, ZeroDowntimeService } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { EXAMPLE_IMAGE, EXAMPLE_RESOURCES } from './example-app';

/** The four ways to ask a container: by HTTP, TCP, a command, gRPC. */
export function probeMechanisms(scope: Construct): void {
  new ZeroDowntimeService(scope, 'http', {
    image: EXAMPLE_IMAGE,
    port: 8080,
    resources: EXAMPLE_RESOURCES,
    health: HealthChecks.http().withLiveness({ initialDelay: Duration.seconds(3), period: Duration.seconds(10) }),
  });
  new StatefulService(scope, 'tcp', {
    image: Image.of('registry.example.com/examples/database:8.4.2'),
    port: 3306,
    storage: [{ name: 'data', size: '10Gi', path: '/var/lib/database' }],
    resources: EXAMPLE_RESOURCES,
    health: HealthChecks.tcp().withLiveness({ initialDelay: Duration.seconds(3), period: Duration.seconds(10) }),
  });
  new Worker(scope, 'exec', {
    image: EXAMPLE_IMAGE,
    resources: EXAMPLE_RESOURCES,
    health: HealthChecks.of({ liveness: HealthCheck.exec(['cat', '/tmp/healthy']) }).withLiveness({
      initialDelay: Duration.seconds(5),
      period: Duration.seconds(5),
    }),
  });
  new ZeroDowntimeService(scope, 'grpc', {
    image: EXAMPLE_IMAGE,
    port: 50051,
    portName: 'grpc',
    resources: EXAMPLE_RESOURCES,
    health: HealthChecks.grpc({ liveness: 'my-grpc-service' }).withLiveness({
      initialDelay: Duration.seconds(5),
      period: Duration.seconds(10),
    }),
  });
}
