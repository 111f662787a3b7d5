import { Duration } from 'cdk8s';
import { HealthCheck, HealthChecks, Image, Worker } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { RELEASE } from './release';

/** Takes payments from the queue and settles them with the bank. */
export function settlement(scope: Construct): void {
  new Worker(scope, 'settlement', {
    image: Image.of(`registry.acme.example/payments/settlement:${RELEASE}`),
    ports: [{ name: 'health', port: 9000 }],
    health: HealthChecks.of({ liveness: HealthCheck.http({ path: '/healthz' }) }),
    // A transfer that has been announced to the bank must be finished.
    drainsWithin: Duration.minutes(3),
    config: { QUEUE_ADDRESS: 'nats://queue:4222', QUEUE_SUBJECT: 'settlements' },
  });
}
