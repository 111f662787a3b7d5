import { Resources, Worker } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { EXAMPLE_IMAGE } from './example-app';

/** OOMKilled: a container that may use twice what is reserved for it. */
export function troubleshooting(scope: Construct): void {
  new Worker(scope, 'memory-limited', {
    image: EXAMPLE_IMAGE,
    resources: Resources.explicit({ cpuRequest: '100m', memoryRequest: '64Mi', memoryLimit: '128Mi' }),
  });
}
