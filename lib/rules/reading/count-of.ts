/** `1 replica`, `3 replicas`. */
export function countOf(replicas: number, what = 'replica'): string {
  return `${replicas} ${what}${replicas === 1 ? '' : 's'}`;
}
