import { Duration } from 'cdk8s';
import {
  HealthCheck,
  HealthChecks,
  Hook,
  Image,
  PodManagementPolicy,
  Resources,
  Security,
  Shutdown,
  StatefulService,
  TrafficRoute,
} from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';

const MEMBERS = [0, 1, 2].map((ordinal) => `nats://queue-${ordinal}.queue-headless:6222`);

/** The queue between a payment and its settlement: three members of NATS, each with a disk of its own. */
export function queue(scope: Construct): void {
  new StatefulService(scope, 'queue', {
    image: Image.of('registry.acme.example/platform/nats:2.11.4-alpine'),
    args: ['--config', '/etc/nats/nats.conf'],
    port: 4222,
    portName: 'client',
    ports: [
      { name: 'cluster', port: 6222 },
      { name: 'monitor', port: 8222 },
    ],
    // A quorum, in whatever environment.
    replicas: 3,
    // All at once: the first member is not ready before it has found the others.
    podManagementPolicy: PodManagementPolicy.PARALLEL,
    health: HealthChecks.of({
      readiness: HealthCheck.http({ path: '/healthz?js-server-only=true', port: 8222 }),
      liveness: HealthCheck.http({ path: '/healthz?js-enabled-only=true', port: 8222 }),
      startup: HealthCheck.http({ path: '/healthz', port: 8222 }),
    }).startsWithin(Duration.minutes(15)),
    // Until the routers have withdrawn it, the server takes new clients; then it hands all of them to the other members,
    // and SIGTERM waits for that.
    shutdown: Shutdown.of({
      preStop: Hook.exec(['/bin/sh', '-c', 'sleep 10 && nats-server --signal ldm=/tmp/nats.pid']),
      preStopTakes: Duration.seconds(11),
      drain: Duration.seconds(40),
    }),
    // Only pods of the cluster reach it, whatever the gateway does.
    route: TrafficRoute.clusterIp(),
    files: { '/etc/nats/nats.conf': NATS_CONF },
    storage: [{ name: 'data', size: '20Gi', path: '/data', storageClassName: 'fast' }],
    resources: Resources.of({ cpu: '250m', memory: '512Mi' }),
    security: Security.restricted({ user: 1000, group: 1000 }),
  });
}

const NATS_CONF = `server_name: $HOSTNAME
pid_file: /tmp/nats.pid
listen: 0.0.0.0:4222
http: 0.0.0.0:8222
lame_duck_grace_period: 10s
lame_duck_duration: 40s
jetstream { store_dir: /data }
cluster {
  name: payments
  listen: 0.0.0.0:6222
  routes: [${MEMBERS.join(', ')}]
}
`;
