/**
 * The annotations that synthesis writes on a workload's own metadata, so that whoever reads the YAML later knows what
 * synthesis knew. They never stand on a pod template, where a change would roll the pods; acknowledgements may stand
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
  /** Why the main container is privileged. */
  privileged: 'cdk8s-lifecycle/privileged',
  /** Followed by a rule's id: why its finding on this object is accepted. A value `[web] reason` is for one container. */
  ignorePrefix: 'cdk8s-lifecycle/ignore.',
} as const;
