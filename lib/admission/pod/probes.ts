import { validateNonnegative } from '../quantities';
import type { Report } from '../report';
import type { Container, Probe } from '../structure/generated/types';
import { validateHandler } from './handlers';

const COUNTS = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;

/** Source: core/validation validateLivenessProbe, validateReadinessProbe, validateStartupProbe. */
export function validateProbes(
  container: Container,
  gracePeriod: number | undefined,
  path: string,
  report: Report,
): void {
  const { livenessProbe, readinessProbe, startupProbe } = container;
  if (livenessProbe !== undefined) {
    validateProbe(livenessProbe, gracePeriod, `${path}.livenessProbe`, report);
    validateSuccessThreshold(livenessProbe, `${path}.livenessProbe`, report);
  }
  if (readinessProbe !== undefined) {
    validateProbe(readinessProbe, gracePeriod, `${path}.readinessProbe`, report);
    const { terminationGracePeriodSeconds } = readinessProbe;
    if (terminationGracePeriodSeconds !== undefined) {
      const at = `${path}.readinessProbe.terminationGracePeriodSeconds`;
      report.invalid(at, terminationGracePeriodSeconds, 'must not be set for a readiness probe');
    }
  }
  if (startupProbe !== undefined) {
    validateProbe(startupProbe, gracePeriod, `${path}.startupProbe`, report);
    validateSuccessThreshold(startupProbe, `${path}.startupProbe`, report);
  }
}

function validateProbe(probe: Probe, gracePeriod: number | undefined, path: string, report: Report): void {
  validateHandler(probe, gracePeriod, path, report);
  for (const count of COUNTS) validateNonnegative(probe[count], `${path}.${count}`, report);
  const { terminationGracePeriodSeconds } = probe;
  if (terminationGracePeriodSeconds !== undefined && terminationGracePeriodSeconds <= 0)
    report.invalid(`${path}.terminationGracePeriodSeconds`, terminationGracePeriodSeconds, 'must be more than 0');
}

function validateSuccessThreshold({ successThreshold }: Probe, path: string, report: Report): void {
  if (successThreshold !== 1) report.invalid(`${path}.successThreshold`, successThreshold, 'must be 1');
}
