/** Where a route sends requests. */
export enum RouteTargets {
  /** To pods, from a balancer outside the cluster: it must register each new pod before an old one goes. */
  PODS = 'pods',
  /** To nodes, from a balancer outside the cluster: it learns by its health checks of the nodes. */
  NODES = 'nodes',
  /** Through kube-proxy alone: where no pod is ready, it sends to those that stop and still answer. */
  KUBE_PROXY = 'kube-proxy',
  /** To pods, from a proxy in the cluster that watches endpoints: an ingress controller or a mesh. */
  PROXY = 'proxy',
}
