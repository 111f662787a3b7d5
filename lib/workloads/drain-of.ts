import { annotationsOf, type Manifest } from '../kubernetes/views/manifest';
import { ANNOTATION } from '../lifecycle/annotations';

/** Seconds of the longest request or message, as the annotation `cdk8s-lifecycle/drain-seconds` declares them. */
export function drainSecondsOf(manifest: Manifest): number | undefined {
  const written = annotationsOf(manifest)[ANNOTATION.drainSeconds];
  return written !== undefined && /^\d+$/.test(written) ? Number(written) : undefined;
}
