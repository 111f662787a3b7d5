import { CATALOGUE } from '../../lib/check/catalogue';
import type { Rule } from '../../lib/rules/rule';

/** The topics of the catalogue and their rules, in the order in which a reader meets them. */
const TOPICS: Readonly<Record<string, string>> = {
  'All objects': 'admitted field-is-kept object-is-unique acknowledgement-is-valid',
  Probes:
    'readiness-probe-exists liveness-probe-exists slow-start-is-covered liveness-is-slower-than-readiness liveness-differs-from-readiness probe-timeout-fits-period probe-port-exists exec-probe-sets-timeout startup-fits-progress-deadline readiness-notices-in-time startup-has-enough-time probe-asks-the-pod',
  Stopping:
    'prestop-exists prestop-covers-withdrawal prestop-fits-grace drain-fits-grace hook-runs-without-shell grace-is-positive grace-is-bounded hook-handler-runs hook-port-exists poststart-does-not-wait signal-reaches-the-process sidecar-outlives-the-app',
  'Rolling out':
    'strategy-is-rolling rollout-keeps-a-pod rollout-can-progress volume-allows-rolling rollout-keeps-capacity replicas-survive-one-loss autoscaler-owns-replicas autoscaler-minimum-survives autoscaler-target-exists selector-is-exclusive statefulset-updates-all registration-precedes-withdrawal rollout-loses-nothing strategy-is-in-its-place',
  'Staying up':
    'budget-exists budget-allows-eviction budget-is-unique budget-matches-pods budget-evicts-unhealthy replicas-are-spread',
  Images:
    'image-is-pinned image-reference-is-valid pull-policy-fits-tag pull-policy-needs-no-registry tag-is-immutable pull-policy-never-is-meant private-image-has-pull-secret',
  'Restarting and jobs':
    'pod-has-a-controller job-has-a-deadline job-is-cleaned-up job-sidecar-ends job-retries-are-meant job-has-no-server-probes schedule-fires schedule-deadline-is-safe schedule-overlap-is-chosen schedule-names-its-zone',
  Resources:
    'memory-is-limited requests-are-set memory-request-equals-limit heap-fits-memory tmpfs-fits-memory bytes-are-whole cpu-fits-a-node',
  Wiring:
    'service-selects-pods service-port-is-served statefulset-service-exists ingress-backend-exists reference-exists secret-is-referenced',
};

/** Every rule under its topic. @throws if a rule has no topic, or a topic names a rule that is not there */
export function rulesByTopic(): ReadonlyArray<{ readonly topic: string; readonly rules: readonly Rule[] }> {
  const left = new Map(CATALOGUE.map((rule) => [rule.id, rule]));
  const topics = Object.entries(TOPICS).map(([topic, ids]) => ({
    topic,
    rules: ids.split(' ').map((id) => {
      const rule = left.get(id);
      if (rule === undefined)
        throw new Error(`topic '${topic}' names rule '${id}', which is not there or stands twice`);
      left.delete(id);
      return rule;
    }),
  }));
  const [without] = left.keys();
  if (without !== undefined) throw new Error(`rule '${without}' has no topic: add it in scripts/docs/rule-topics.ts`);
  return topics;
}
