/** The linters that are compared, by the short names of the table. */
export const LINTERS = ['kube-score', 'kube-linter', 'polaris', 'kyverno', 'popeye', 'datree'] as const;

export type Linter = (typeof LINTERS)[number];

/** What the counterparts of one rule say and do not say; a linter that is left out has none. */
export interface Counterparts {
  readonly rule: string;
  readonly theirs: Readonly<Partial<Record<Linter, string>>>;
}

/**
 * Read from their sources: kube-score 2026-05, kube-linter 2026-08, polaris 2026-08, kyverno/policies 2026-03, popeye
 * 2025-04, datree 2023-08. kyverno's are policies to pick from, and those about budgets, autoscalers and Services ask a
 * live cluster; popeye needs one for everything.
 */
export const COUNTERPARTS: readonly Counterparts[] = [
  {
    rule: 'readiness-probe-exists',
    theirs: {
      'kube-score':
        '`pod-probes`: only if a Service of the input selects the pod; any one container with the probe, init containers among them, satisfies the pod; a Service without selector matches every pod',
      'kube-linter':
        '`no-readiness-probe` (off): every container, those of Jobs and CronJobs too, with or without a Service',
      polaris: '`readinessProbeMissing`: every container but those of jobs; does not look at Services',
      kyverno: '`require-probes`: any one of the three probes is enough',
      popeye: '102-104: probes missing on running pods',
    },
  },
  {
    rule: 'liveness-probe-exists',
    theirs: {
      'kube-score': '`pod-probes`: "almost OK", not reported',
      'kube-linter': '`no-liveness-probe` (off): jobs too',
      polaris: '`livenessProbeMissing`: every container but those of jobs',
      kyverno: '`require-probes`: any one of the three probes is enough',
      popeye: '102-104',
    },
  },
  {
    rule: 'slow-start-is-covered',
    theirs: {
      'kube-score': 'its README recommends it; no check looks at startupProbe',
      datree: 'demands that `initialDelaySeconds` is written (opt-in); does not compute with it',
    },
  },
  {
    rule: 'liveness-differs-from-readiness',
    theirs: {
      'kube-score':
        '`pod-probes-identical`: path and port, whatever the thresholds; two different named ports count as equal; gRPC is not compared',
      kyverno: '`ensure-probes-different`: the two probes as whole objects; two missing ones count as equal',
    },
  },
  {
    rule: 'probe-port-exists',
    theirs: {
      'kube-linter': '`liveness-port`, `readiness-port`, `startup-port`: also flag an undeclared number, which works',
      popeye: '105: an HTTP probe with a number',
    },
  },
  {
    rule: 'exec-probe-sets-timeout',
    theirs: {
      kyverno: '`deny-commands-in-exec-probe`: a liveness command with jcmd, ps or ls',
      datree: 'demands that `timeoutSeconds` is written on every probe (opt-in)',
    },
  },
  {
    rule: 'prestop-exists',
    theirs: { datree: '`CONTAINERS_MISSING_PRESTOP_KEY` (opt-in): every container, served or not' },
  },
  {
    rule: 'grace-is-bounded',
    theirs: { kyverno: '`mutate-large-termination-gps`: cuts anything above 50 s down to 50 s' },
  },
  {
    rule: 'strategy-is-rolling',
    theirs: {
      'kube-score':
        '`deployment-strategy`: a Deployment that a Service selects; a ReadWriteOnce volume excuses nothing',
      'kube-linter': '`no-rolling-update-strategy` (off): the type must match RollingUpdate or Rolling',
    },
  },
  {
    rule: 'rollout-keeps-a-pod',
    theirs: {
      'kube-linter': 'the template `update-configuration` takes limits that you write; never resolved against replicas',
    },
  },
  {
    rule: 'rollout-can-progress',
    theirs: {
      kyverno: 'forbids hostPort altogether (Pod Security); says nothing of rollouts',
      polaris: '`hostPortSet`: forbids it',
    },
  },
  {
    rule: 'volume-allows-rolling',
    theirs: {
      kyverno: '`enforce-readwriteonce-pod`: demands ReadWriteOncePod of every claim; not related to the workload',
    },
  },
  {
    rule: 'replicas-survive-one-loss',
    theirs: {
      'kube-score': '`deployment-replicas`: a served Deployment below 2 that no HPA targets; no StatefulSets',
      'kube-linter': '`minimum-three-replicas` (off)',
      polaris: '`deploymentMissingReplicas`: flags a Deployment under an HPA too',
      kyverno: '`require-deployments-have-multiple-replicas`',
      popeye: '1109: a Service with a single endpoint',
    },
  },
  {
    rule: 'autoscaler-owns-replicas',
    theirs: { 'kube-score': '`deployment-targeted-by-hpa-does-not-have-replicas-configured`; KEDA is not looked at' },
  },
  {
    rule: 'autoscaler-minimum-survives',
    theirs: {
      'kube-score': '`horizontalpodautoscaler-replicas`: any HPA below 2, served or not',
      'kube-linter': '`hpa-minimum-three-replicas` (off)',
      polaris: '`hpaMinAvailability`: only where minReplicas is written',
      datree: 'demands that minReplicas is written',
    },
  },
  {
    rule: 'autoscaler-target-exists',
    theirs: {
      'kube-score': '`horizontalpodautoscaler-has-target`',
      'kube-linter': '`dangling-horizontalpodautoscaler` (off)',
      kyverno: '`check-hpa-exists` asks the cluster for the HPA of a workload',
      popeye: '600-605: targets and bursts of live autoscalers',
    },
  },
  {
    rule: 'selector-is-exclusive',
    theirs: {
      'kube-linter':
        '`mismatching-selector`: a selector that does not match its own template, which the API server refuses',
      kyverno: '`require-unique-service-selector`: Services, not workloads',
    },
  },
  {
    rule: 'budget-exists',
    theirs: {
      'kube-score': '`deployment-has-poddisruptionbudget`, and for StatefulSets; does not look at the numbers',
      polaris: '`missingPodDisruptionBudget`: Deployments only; one label in common is enough (OR, not AND)',
      kyverno: '`require-pdb` asks the cluster',
      popeye: '206: a live pod without budget',
    },
  },
  {
    rule: 'budget-allows-eviction',
    theirs: {
      'kube-linter':
        '`pdb-min-available`, `pdb-max-unavailable`: compares with workloads by their selector; the minimum of an HPA counts only where replicas is 1 or unset; policy/v1 only',
      polaris:
        '`pdbDisruptionsIsZero`: the literals 0, 0% and 100% only; `pdbMinAvailableGreaterThanHPAMinReplicas`: equality, which blocks too, passes, and namespaces are not compared',
      kyverno:
        '`pdb-minavailable`, `pdb-maxunavailable`, `require-reasonable-pdbs`: whole numbers, by asking the cluster',
      popeye: '901 is defined and never emitted',
    },
  },
  { rule: 'budget-is-unique', theirs: { popeye: '209: several budgets on a live pod' } },
  { rule: 'budget-matches-pods', theirs: { popeye: '900: a live budget that selects nothing' } },
  {
    rule: 'budget-evicts-unhealthy',
    theirs: { 'kube-linter': '`pdb-unhealthy-pod-eviction-policy`: any value will do' },
  },
  {
    rule: 'replicas-are-spread',
    theirs: {
      'kube-score': '`deployment-has-host-podantiaffinity`: topology spread is not accepted in its place',
      'kube-linter': '`no-anti-affinity`: topology spread was not accepted in the version read',
      polaris: '`topologySpreadConstraint`: presence only, whatever labels it selects',
      kyverno: '`topologyspreadconstraints-policy`: from 3 replicas on, hostname and zone',
    },
  },
  {
    rule: 'image-is-pinned',
    theirs: {
      'kube-score': '`container-image-tag`: splits at ":", so `registry:5000/app` counts as tagged',
      'kube-linter': '`latest-tag`: a regular expression; `registry:5000/app` is caught, digests pass',
      polaris: '`tagNotSpecified`: `registry:5000/app` counts as tagged',
      kyverno: '`disallow-latest-tag`: `*:*`, so `registry:5000/app` counts as tagged',
      popeye: '100, 101',
      datree: 'demands a digest (opt-in)',
    },
  },
  {
    rule: 'pull-policy-fits-tag',
    theirs: {
      'kube-score': '`container-image-pull-policy`: demands Always of every image, pinned tags and digests too',
      polaris: '`pullPolicyNotAlways`: the same',
      kyverno: '`imagepullpolicy-always`: latest or no tag needs Always',
    },
  },
  {
    rule: 'pull-policy-needs-no-registry',
    theirs: {
      'kube-score': 'says the opposite: Always, for every image',
      polaris: 'says the opposite: Always, for every image',
      kyverno: '`always-pull-images` says the opposite, by mutation',
    },
  },
  {
    rule: 'private-image-has-pull-secret',
    theirs: {
      kyverno:
        '`require-imagepullsecrets`: images that are not from a fixed list of registries; ServiceAccounts are not looked at',
      popeye: '305: a live pull secret that is missing',
    },
  },
  {
    rule: 'pod-has-a-controller',
    theirs: { kyverno: '`prevent-bare-pods`', popeye: '208: a live pod without controller' },
  },
  {
    rule: 'job-is-cleaned-up',
    theirs: {
      'kube-linter': '`job-ttl-seconds-after-finished`; no exemption for Helm and Argo CD hooks',
      kyverno: '`add-ttl-jobs` adds one by mutation',
    },
  },
  {
    rule: 'schedule-deadline-is-safe',
    theirs: {
      'kube-score': '`cronjob-has-deadline`: demands that it is written; any value will do',
      datree: '`CRONJOB_MISSING_STARTINGDEADLINESECOND_KEY`: the same',
    },
  },
  {
    rule: 'schedule-overlap-is-chosen',
    theirs: { datree: '`CRONJOB_MISSING_CONCURRENCYPOLICY_KEY`: Forbid or Replace; Allow by choice is refused' },
  },
  {
    rule: 'memory-is-limited',
    theirs: {
      'kube-score': '`container-resources`: CPU limits too',
      'kube-linter': '`unset-memory-requirements`',
      polaris: '`memoryLimitsMissing`, `cpuLimitsMissing`: no init containers',
      kyverno: '`require-pod-requests-limits`: init containers too',
      popeye: '106, 107',
    },
  },
  {
    rule: 'requests-are-set',
    theirs: {
      'kube-score': '`container-resources`: a limit does not count as the request',
      'kube-linter': '`unset-cpu-requirements`',
      polaris: '`cpuRequestsMissing`, `memoryRequestsMissing`: no init containers',
      kyverno: '`require-pod-requests-limits`',
      popeye: '106, 107; 109-112 compare with live use',
    },
  },
  {
    rule: 'memory-request-equals-limit',
    theirs: {
      'kube-score': '`container-memory-requests-equal-limits` (optional)',
      kyverno: '`memory-requests-equal-limits`, `enforce-resources-as-ratio`',
      popeye: '109-112, from metrics',
    },
  },
  {
    rule: 'tmpfs-fits-memory',
    theirs: {
      kyverno: '`require-emptydir-requests-limits`, `add-emptydir-sizelimit`: every emptyDir, in memory or not',
    },
  },
  {
    rule: 'secret-is-referenced',
    theirs: {
      'kube-linter':
        '`env-var-secret`: a variable with "secret" in its name and any value; the look of a value is not read',
      polaris:
        '`sensitiveContainerEnvVar`, `sensitiveConfigmapContent`: "password", "token" or "secret" anywhere in a name, `TOKEN_TTL` and a path too; of values a private key alone',
    },
  },
  {
    rule: 'service-selects-pods',
    theirs: {
      'kube-score':
        '`service-targets-pod`: an empty selector matches every pod of the namespace; ports are not looked at',
      'kube-linter': '`dangling-service`',
      popeye: '1100, on a live cluster',
    },
  },
  {
    rule: 'service-port-is-served',
    theirs: {
      'kube-linter': '`invalid-target-ports`: the spelling of the name; not whether a container has it',
      popeye: '1101, 1102, 1106: on a live cluster',
    },
  },
  { rule: 'statefulset-service-exists', theirs: { 'kube-score': '`statefulset-has-servicename`' } },
  {
    rule: 'ingress-backend-exists',
    theirs: { 'kube-score': '`ingress-targets-service`', 'kube-linter': '`dangling-ingress` (off)' },
  },
  {
    rule: 'reference-exists',
    theirs: { 'kube-linter': '`non-existent-service-account`: ServiceAccounts only' },
  },
  {
    rule: 'admitted',
    theirs: {
      'kube-linter': '`schema-validation` (off): the JSON schema, which is a part of what the API server checks',
    },
  },
];
