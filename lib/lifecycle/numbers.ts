/** Checks a port number; anything but a whole number from 1 to 65535 throws, naming the property. */
export function checkPort(port: number, property: string): number {
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Error(`'${property}' (${port}) must be a whole number from 1 to 65535`);
}

/** Checks a count; anything but a whole number from `least` on throws, naming the property. */
export function checkCount(count: number, property: string, least = 0): number {
  if (Number.isInteger(count) && count >= least) return count;
  throw new Error(`'${property}' (${count}) must be a whole number, ${least} or more`);
}
