import { admit } from '../../../lib/admission';
import type { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { BASES } from './bases';
import type { Recorded } from './differential';
import { apply } from './edits';
import { compare, type Difference, ownVerdict } from './verdict';

/** Compares what the API server once said of a case with what `admit` says now. */
export function replay(recorded: Recorded, version: KubernetesVersion): Difference | undefined {
  const { kind, base, edits, stage, paths } = recorded;
  const object = typeof base === 'number' ? BASES[kind]?.[base] : base;
  if (object === undefined) throw new Error(`${kind} has no base ${String(base)}: record the cases anew`);
  return compare({ stage, paths, message: '' }, ownVerdict(admit(apply(object, edits), version)));
}
