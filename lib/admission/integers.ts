const MOST = 2n ** 63n;

/** Reads what Go's strconv.ParseInt reads in 64 bits; undefined where that is no such number. */
export function parseInt64(text: string): bigint | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const value = BigInt(text.replace('+', ''));
  return value >= -MOST && value < MOST ? value : undefined;
}
