import type { IConstruct } from 'constructs';
import { Synthesis } from './synthesis';

/** Computes a value of a construct, once while its App is synthesized and each time while the tree can change. */
export function once<T>(construct: IConstruct, compute: () => T): T {
  return Synthesis.of(construct).once(construct, compute);
}
