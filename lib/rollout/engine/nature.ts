import { type Spread, valueInSpread } from '../spread';
import { type Millis, millis } from './clock';

/** What chance decides in a rollout. */
export type Uncertainty =
  | 'placement'
  | 'start-up'
  | 'probe-phase'
  | 'controller'
  /** The controller of a new ReplicaSet, apart from the others: the two race. */
  | 'creation'
  | 'kubelet'
  | 'withdrawal'
  | 'registration'
  | 'exit';

/** Decides what the manifests leave open: by chance, or as a worst case wants it. */
export interface Nature {
  /** The length of a quantity that begins at a moment. */
  draw(quantity: Uncertainty, spread: Spread, at: Millis): Millis;
  /** A number from 0 to below 1. */
  chance(): number;
}

/**
 * A generator of numbers from 0 to below 1 (sfc32): the same seed gives the same numbers on every machine.
 *
 * @see https://pracrand.sourceforge.net/RNG_engines.txt
 */
export function generator(seed: number): () => number {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88;
  let c = 0xb7e15162 ^ Math.imul(seed, 0x85ebca6b);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 12; warm++) next();
  return next;
}

/** Decides by seeded chance. */
export function seeded(seed: number): Nature {
  const chance = generator(seed);
  return { chance, draw: (_, spread) => millis(valueInSpread(spread, chance())) };
}

/** Which end of its spread each quantity takes, or how many seconds; what is not named is typical. */
export type ChosenNature = Readonly<Partial<Record<Uncertainty, 'min' | 'typical' | 'max' | number>>>;

/** Decides as a schedule says, the same each time. */
export function scheduled(schedule: ChosenNature): Nature {
  const draw = (quantity: Uncertainty, spread: Spread): Millis => {
    const chosen = schedule[quantity] ?? 'typical';
    return millis(typeof chosen === 'number' ? chosen : spread[chosen]);
  };
  return { chance: () => 0.5, draw };
}

/** How many of independent events happen, of which `mean` happen on average (Poisson). */
export function poisson(mean: number, chance: () => number): number {
  if (mean <= 0) return 0;
  if (mean > 50) {
    // Rounded normal: at such means the two differ by less than the noise of a thousand runs.
    const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = chance(); product > limit; product *= chance()) count++;
  return count;
}
