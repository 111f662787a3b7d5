/**
 * Takes the API server's field path apart: `spec.containers[0].name` is `spec`, `containers`, `0`, `name`, and
 * `metadata.annotations[example.com/a]` ends in `example.com/a`. An index is told from a key by what stands there.
 */
export function segmentsOf(fieldPath: string): readonly string[] {
  const segments: string[] = [];
  for (const match of fieldPath.matchAll(SEGMENT)) segments.push(match[1] ?? match[2] ?? match[0]);
  return segments;
}

const SEGMENT = /\["?([^\]]*?)"?\]|([^.[\]]+)/g;
