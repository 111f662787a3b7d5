/**
 * Reads the API server's spelling of a field path: names joined by dots, positions and map keys in brackets
 * (`spec.containers[0].image`, `metadata.annotations[example.com/owner]`).
 */
export function parseFieldPath(path: string): ReadonlyArray<string | number> {
  return [...path.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)].map(([name, bracket]) => {
    if (bracket === undefined) return name;
    return /^\d+$/.test(bracket) ? Number(bracket) : bracket;
  });
}

/** The end of a path, for sentences that stand beside the whole of it: `ports[0].containerPort`. */
export function endOfPath(path: string): string {
  const parts = path.match(/[^.[\]]+(?:\[[^\]]*\])*/g) ?? [];
  return parts.slice(parts.length > 2 ? -2 : -1).join('.');
}

/** Tells whether a field path is another one or lies below it. */
export function isWithin(path: string, holder: string): boolean {
  return holder === '' || (path.startsWith(holder) && /^$|^[.[]/.test(path.slice(holder.length)));
}

/** The path to print beside a message; empty where the message names it already. */
export function pathBeside({ message, path }: { readonly message: string; readonly path: string }): string {
  return message.includes(path) ? '' : path;
}
