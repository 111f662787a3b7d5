import { chmod } from 'node:fs/promises';
import { build } from 'esbuild';

// The command line carries its libraries with it: the package itself has no dependencies (docs/decisions).
await build({
  entryPoints: ['lib/cli/main.ts'],
  outdir: 'dist/cli',
  bundle: true,
  splitting: false,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  external: ['cdk8s', 'cdk8s-plus-28', 'constructs'],
  logLevel: 'warning',
});
await chmod('dist/cli/main.js', 0o755);
