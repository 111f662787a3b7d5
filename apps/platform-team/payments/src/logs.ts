import { HealthCheck, HealthChecks, Image, NodeAgent, Security } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';

/** Reads the logs of the node and ships them to the auditors, on every node. */
export function shipLogs(scope: Construct): void {
  new NodeAgent(scope, 'audit-log-shipper', {
    image: Image.of('registry.acme.example/platform/log-shipper:2.3.1'),
    ports: [{ name: 'health', port: 2020 }],
    health: HealthChecks.of({ liveness: HealthCheck.http({ path: '/healthz' }) }),
    hostPaths: [{ hostPath: '/var/log/pods', type: 'Directory' }],
    tolerations: [{ operator: 'Exists' }],
    priorityClassName: 'system-node-critical',
    // Logs of the node belong to root.
    security: Security.baseline(),
  });
}
