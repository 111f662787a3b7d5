/** `ECONNRESET`. Within jest an error of Node itself is no `instanceof Error`: it is of another realm. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
