import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this package. The folder of the source and that of the bundle are equally deep. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  return (manifest as { readonly version: string }).version;
}
