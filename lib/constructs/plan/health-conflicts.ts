import type { Conflict } from '../../lifecycle/conflict';
import type { HealthChecks } from '../../lifecycle/values/health-checks';

/** What speaks against the checks of pods that serve: without a readiness check, requests reach them before they can answer. */
export function healthConflicts(health: HealthChecks): readonly Conflict[] {
  if (health._readiness !== undefined) return [];
  return [
    {
      message:
        "'health' has no readiness check, so pods would get requests before they can answer: give 'readiness' to HealthChecks.of",
      pod: ['containers[0].readinessProbe'],
    },
  ];
}
