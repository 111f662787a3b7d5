/** A quantity that is not known exactly, in seconds: it lies between `min` and `max`, and is `typical` on average. */
export interface Spread {
  readonly min: number;
  readonly typical: number;
  readonly max: number;
}

/** A quantity that is known exactly. */
export function exactly(seconds: number): Spread {
  return { min: seconds, typical: seconds, max: seconds };
}

const shapes = new WeakMap<Spread, number>();

/**
 * Maps a chance between 0 and 1 to a value of a spread. Of all distributions on [min, max] with this mean it is the one
 * that assumes the least (of maximum entropy): an exponential cut off at both ends, uniform where the mean is the middle.
 */
export function valueInSpread(spread: Spread, chance: number): number {
  const width = spread.max - spread.min;
  if (width <= 0) return spread.min;
  let rate = shapes.get(spread);
  if (rate === undefined) {
    rate = rateFor((spread.typical - spread.min) / width);
    shapes.set(spread, rate);
  }
  return spread.min + width * shareAt(rate, chance);
}

function shareAt(rate: number, chance: number): number {
  if (Math.abs(rate) < 1e-6) return chance;
  // Mirrored for a negative rate, so that no exponential overflows.
  if (rate < 0) return 1 - shareAt(-rate, 1 - chance);
  return Math.min(1, -Math.log1p(chance * Math.expm1(-rate)) / rate);
}

/** Finds the rate whose mean on [0, 1] is the given one, by halving. */
function rateFor(mean: number): number {
  if (Math.abs(mean - 0.5) < 1e-9) return 0;
  if (mean > 0.5) return -rateFor(1 - mean);
  let low = 0;
  let high = 1e6;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (meanAt(middle) > mean) low = middle;
    else high = middle;
  }
  return high;
}

function meanAt(rate: number): number {
  return rate < 1e-6 ? 0.5 : 1 / rate - 1 / Math.expm1(rate);
}

/**
 * The mean length of what is left of quantities after `elapsed` seconds, a request in flight: the integral of the
 * probability of lasting longer than y, for y from `elapsed` on. 0 from `max` on.
 */
export function expectedRest(spread: Spread, elapsed: number): number {
  if (elapsed >= spread.max) return 0;
  if (elapsed < spread.min) return spread.min - elapsed + expectedRest(spread, spread.min);
  const width = spread.max - spread.min;
  valueInSpread(spread, 0);
  const rate = shapes.get(spread) ?? 0;
  const share = (elapsed - spread.min) / width;
  if (Math.abs(rate) < 1e-6) return (width * (1 - share) ** 2) / 2;
  // P(X > y) = (e^-ry - e^-r) / (1 - e^-r), integrated from share to 1.
  const tail = Math.exp(-rate);
  return (width * ((Math.exp(-rate * share) - tail) / rate - tail * (1 - share))) / (1 - tail);
}
