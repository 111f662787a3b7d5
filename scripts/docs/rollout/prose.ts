/** How to read an answer. */
export const READING: readonly string[] = [
  '`cdk8s-lifecycle simulate dist/manifests` tells, from manifests, whether a rolling update (or a drain, a crash, a scale-down, a version that never becomes ready) can lose requests, how that would happen, how many to expect, and which number to change. In tests it is `expect(chart).toRollOutWithoutLoss()`; at synth, a loss that is certain is an error (`rollout-loses-nothing`).',
  '',
  'Three answers, from the surest to the least sure:',
  '',
  '- **Bounds**: every assumption at its maximum. They are worked out, not sampled: *loses nothing* holds for every course of events the model knows, *can lose requests* comes with one such course, which the engine runs again (the counterexample). Limits that are printed together hold together. (One case is on the safe side and has no story: behind a balancer that lags, a rollout that changes the number of replicas as well.) The verdict is that of the bounds; *stalls* comes before *can lose requests*.',
  '- **Certain**: requests are lost for at least a second at a time with every assumption at its typical value, and however soon a process answers: neither start-up time nor luck saves it. A pod that gets one request a second then loses one. A missing preStop hook alone is not certain in this sense: a router is typically a fraction of a second late, and whether a request falls into it depends on the load.',
  '- **Estimate**: many seeded runs, with quantiles. Numbers of lost requests scale with load and lags, and are as good as those; the verdict hangs on neither of the two averages.',
];

/** What is simulated, and how. */
export const MODEL: readonly string[] = [
  'Discrete events on a clock of milliseconds; chance comes from a seeded generator, so that a seed gives the same run everywhere. One controller a file in `lib/rollout/controllers`:',
  '',
  '- **Deployment**: syncs as rolling.go does: the new ReplicaSet first, sized by specs and not by pods; then unhealthy old pods, whatever the others are; then available ones as far as replicas - maxUnavailable stay. A status that is behind its spec makes a sync a no-op. The progress deadline is only reported. Terminating pods are outside the surge.',
  '- **ReplicaSet**: sees pods through a cache that is behind, does nothing before it has seen what it last did, creates in batches of 1, 2, 4 and so on, deletes by rank.',
  '- **StatefulSet**: from the highest ordinal, one at a time, or from 1.37 on as many as maxUnavailable says; never one more; a successor starts when its predecessor is gone. **DaemonSet**: surge or not, a node at a time. **Drain**: evictions, each as the budget allows, asked for again every 5 s.',
  '- **Kubelet**: starts containers, ticks probes at a phase that the pod brings, runs preStop inside the grace period, then SIGTERM, then SIGKILL after what is left, 2 s at least; restarts with back-off.',
  '- **Endpoints**: a pod is out at its deletion, without any probe; behind a Service that publishes pods that are not ready it is in from its first address until it is gone. **Routers** learn of every change in the order in which the changes were made, each at most the withdrawal lag late: an addition that precedes a removal never arrives after it. A balancer whose registration lag is longer takes the rest of it for its own health check, and that part is not ordered. kube-proxy alone falls back to terminating pods where none is ready.',
  '- **Process**: on SIGTERM it closes its listeners at once and finishes what it has (or exits, or ignores it; a shell as PID 1 that runs more than one command never passes it on). A command of its preStop hook that stops it (`nginx -s quit`, `kill`) comes before SIGTERM; a proxy that ends first takes its requests with it.',
  '- **Clients**: open loop at a steady rate, a new connection a request; or a closed loop; or connections that are kept, which carry requests until the process closes them.',
  '',
  'A request is lost because it is *refused* (sent to a pod whose process does not listen), *cut* (still running at SIGKILL or exit), *overloaded* (more is asked for than the pods that are left can answer) or meets *no endpoint*. Open loops are worked out stretch by stretch, not request by request: the cost does not grow with the load.',
  '',
  'For the worst case this comes to few inequalities. A pod accepts until `C` after its deletion (the preStop sleep, or SIGKILL where the process ignores SIGTERM) and cuts what still runs at `K`. With withdrawal lag `W` and longest request `D`, nothing is refused where `C >= W`, and nothing is cut where `min(C, W) + D <= K`. A new pod refuses nothing where a readiness or startup probe asks it first. Enough pods are left where those that the strategy, the budget and the balancer leave can answer the load.',
];

/** What the model leaves out. */
export const NOT_MODELLED: readonly string[] = [
  '- Overload that breaks pods: a pod that is asked for too much loses the excess and goes on.',
  '- Chance in how a router spreads requests: load is even over the pods of its list.',
  '- Clients and proxies that try again: a retry on a refused connection (as ingress-nginx does by default) loses less than is told.',
  '- The race between a request and the closing of an idle kept connection.',
  '- What the other containers of a pod do: readiness, start-up and stop are those of the serving container (but for a probe of any container that can never pass). Their postStart hooks, sidecar order and longer stops move when a pod is ready or gone, not what it loses.',
  '- Routing to pods of the own node or zone.',
  '- Node failure, preemption, image pulls that fail, quota that others than the set use up, autoscaling during a rollout, several rollouts at once.',
  '- Replicas that are not alike: the leader of a database is a pod like the others here.',
  '- Argo Rollouts, Jobs, bare Pods and ReplicaSets; scaling in the middle of a rollout; more than 5,000 pods (they count as 5,000).',
];
