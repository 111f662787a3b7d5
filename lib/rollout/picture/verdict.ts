import type { WorkloadReport } from '../report';

/** How sure a loss is: the verdict of the bounds, and whether it is certain. */
export type Standing = 'no-loss' | 'can-lose' | 'loses' | 'stalls';

interface Wording {
  /** Tells the standings apart where colours cannot. */
  readonly sign: string;
  readonly label: string;
  /** The label for several. */
  readonly plural: string;
  readonly meaning: string;
}

/** Every standing in words, from the best to the worst. */
export const STANDINGS: Readonly<Record<Standing, Wording>> = {
  'no-loss': {
    sign: '✓',
    label: 'loses nothing',
    plural: 'lose nothing',
    meaning: 'no request is lost, even with every assumption at its maximum',
  },
  'can-lose': {
    sign: '!',
    label: 'can lose requests',
    plural: 'can lose requests',
    meaning: 'requests are lost when the assumptions reach their maximum',
  },
  loses: {
    sign: '✕',
    label: 'loses requests',
    plural: 'lose requests',
    meaning: 'requests are lost for certain, even with every assumption at its typical value',
  },
  stalls: {
    sign: '■',
    label: 'can stall',
    plural: 'can stall',
    meaning: 'the event can stop halfway and never finish',
  },
};

export function standingOf({ verdict, bounds }: WorkloadReport): Standing {
  if (verdict !== 'loss-possible') return verdict;
  return bounds.certain ? 'loses' : 'can-lose';
}
