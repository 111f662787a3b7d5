import { Image, PullPolicy, Rules, Worker } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { EXAMPLE_RESOURCES } from './example-app';

/** When a node asks the registry. The policy follows from the tag; only what differs from that is said. */
export function pullPolicy(scope: Construct): void {
  new Worker(scope, 'if-not-present', {
    image: Image.of('registry.example.com/examples/app:1.4.2'),
    resources: EXAMPLE_RESOURCES,
  });
  new Worker(scope, 'always', {
    image: Image.of('registry.example.com/examples/app:nightly', { pullPolicy: PullPolicy.ALWAYS }),
    resources: EXAMPLE_RESOURCES,
  });
  const never = new Worker(scope, 'never', {
    image: Image.of('registry.example.com/examples/app:1.4.2', { pullPolicy: PullPolicy.NEVER }),
    resources: EXAMPLE_RESOURCES,
  });
  Rules.of(never).acknowledge('pull-policy-never-is-meant', 'the image is put on every node beforehand');
  new Worker(scope, 'mypod', {
    image: Image.of('myimage:v1'),
    containerName: 'myapp',
    resources: EXAMPLE_RESOURCES,
  });
}
