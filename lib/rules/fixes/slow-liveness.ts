import { changeField } from '../../fixing/change';
import { onContainer } from '../../fixing/on-container';

/** Raises the failure threshold of the liveness probe until it takes longer to fail than the readiness probe. */
export const slowLiveness = onContainer(({ livenessProbe, readinessProbe }) => {
  if (livenessProbe === undefined || readinessProbe === undefined) return { because: 'its probe is not known' };
  const readiness = readinessProbe.failureThreshold * readinessProbe.periodSeconds;
  return changeField(`${livenessProbe.path}.failureThreshold`, Math.floor(readiness / livenessProbe.periodSeconds) + 1);
});
