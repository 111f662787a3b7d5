/**
 * The annotations that synthesis writes on a workload's own metadata, so that whoever reads the YAML later knows what
 * synthesis knew, and those that people write for whoever operates the app. They never stand on a pod template, where a change would roll the pods; acknowledgements may stand
 * there too, since people write them by hand.
 */
export const ANNOTATION = {
  /** Path of the construct that made the object: `shop/cart`. */
  construct: 'cdk8s-lifecycle/construct',
  /** The longest request or message in seconds: `30`. */
  drainSeconds: 'cdk8s-lifecycle/drain-seconds',
  /** How traffic reaches the pods, as `TrafficRoute` prints itself: `ingress-nginx`. */
  route: 'cdk8s-lifecycle/route',
  /** `"false"`: no request reaches the pods, whatever the set looks like. */
  served: 'cdk8s-lifecycle/served',
  /** Who sets the number of pods instead of the manifests, and why. */
  replicasManagedBy: 'cdk8s-lifecycle/replicas-managed-by',
  /** The fewest pods that it leaves: `2`; absent where that is not known. */
  replicasAtLeast: 'cdk8s-lifecycle/replicas-at-least',
  /** Why the main container is privileged. */
  privileged: 'cdk8s-lifecycle/privileged',
  /** Who answers for the app, written by people: a team or a person. */
  owner: 'cdk8s-lifecycle/owner',
  /** How to reach them, written by people: a channel, an address, a number, a link. */
  contact: 'cdk8s-lifecycle/contact',
  /** Followed by a rule's id: why its finding on this object is accepted. A value `[web] reason` is for one container. */
  acknowledgePrefix: 'cdk8s-lifecycle/acknowledge.',
} as const;
