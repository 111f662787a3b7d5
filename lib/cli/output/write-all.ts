/** Writes to stdout in parts of some size: a write for each finding would cost more than the finding. */
export function writeAll(parts: Iterable<string>): void {
  let gathered = '';
  for (const part of parts) {
    gathered += part;
    if (gathered.length < 65_536) continue;
    process.stdout.write(gathered);
    gathered = '';
  }
  process.stdout.write(gathered);
}
