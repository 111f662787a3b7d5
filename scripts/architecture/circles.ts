/** Files that import each other, by Tarjan's search for strongly connected parts; each as a way round through them. */
export function circlesIn(imports: Iterable<{ readonly file: string; readonly to: string | undefined }>): string[][] {
  const targets = new Map<string, Set<string>>();
  for (const { file, to } of imports) {
    if (to === undefined) continue;
    targets.set(file, (targets.get(file) ?? new Set<string>()).add(to));
  }
  return partsOf(targets)
    .filter(([first = '', ...others]) => others.length > 0 || targets.get(first)?.has(first) === true)
    .map((part) => wayRound(part, targets));
}

function partsOf(targets: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>();
  const open: string[] = [];
  const parts: string[][] = [];
  const visit = (file: string): number => {
    const number = order.size;
    order.set(file, number);
    open.push(file);
    let low = number;
    for (const target of targets.get(file) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? low);
    }
    if (low === number) parts.push(open.splice(open.indexOf(file)));
    return low;
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return parts;
}

/** The shortest way from the first file of a part back to itself. */
function wayRound(part: readonly string[], targets: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const [start = ''] = part;
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const target of targets.get(way.at(-1) ?? '') ?? []) {
      if (target === start) return [...way, start];
      if (!part.includes(target) || seen.has(target)) continue;
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return [...part];
}
