import { Duration } from 'cdk8s';
import { BatchJob, JobRestartPolicy, Worker } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { EXAMPLE_IMAGE, EXAMPLE_RESOURCES } from './example-app';

/** What happens to a container that ended. Which policies there are depends on the controller, so each construct offers its own. */
export function restartPolicy(scope: Construct): void {
  new Worker(scope, 'always', { image: EXAMPLE_IMAGE, resources: EXAMPLE_RESOURCES });
  new BatchJob(scope, 'on-failure', {
    image: EXAMPLE_IMAGE,
    resources: EXAMPLE_RESOURCES,
    activeDeadline: Duration.minutes(10),
  });
  new BatchJob(scope, 'never', {
    image: EXAMPLE_IMAGE,
    resources: EXAMPLE_RESOURCES,
    activeDeadline: Duration.minutes(10),
    restartPolicy: JobRestartPolicy.NEVER,
  });
}
