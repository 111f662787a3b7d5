/** Checks a port number; anything but a whole number from 1 to 65535 throws, naming the property. */
export function checkPort(port: number, property: string): number {
  return unless(portProblem(port, property), port);
}

/** What is wrong with a port number; undefined where nothing is. */
export function portProblem(port: number, property: string): string | undefined {
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return undefined;
  return `'${property}' (${port}) must be a whole number from 1 to 65535`;
}

/** Checks a count; anything but a whole number from `least` on throws, naming the property. */
export function checkCount(count: number, property: string, least = 0): number {
  return unless(countProblem(count, property, least), count);
}

/** What is wrong with a count; undefined where nothing is. */
export function countProblem(count: number, property: string, least = 0): string | undefined {
  if (Number.isInteger(count) && count >= least) return undefined;
  return `'${property}' (${count}) must be a whole number, ${least} or more`;
}

function unless(problem: string | undefined, value: number): number {
  if (problem === undefined) return value;
  throw new Error(problem);
}
