import { chmod, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { licencesOf } from './bundled-licences.mjs';

/**
 * The command line carries its libraries with it: the package itself has no dependencies. Each command is a chunk of its
 * own, loaded when it is run; cdk8s and its kind stay outside, since they are the user's.
 */
await rm('dist/cli', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['lib/cli/main.ts'],
  outdir: 'dist/cli',
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  metafile: true,
  minifySyntax: true,
  minifyWhitespace: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: {
    js: [
      '#!/usr/bin/env node',
      "import { createRequire as createRequireHere } from 'node:module';",
      'const require = createRequireHere(import.meta.url), __dirname = import.meta.dirname;',
    ].join('\n'),
  },
  external: ['cdk8s', 'cdk8s-plus-28', 'constructs'],
  logLevel: 'warning',
});
await chmod('dist/cli/main.mjs', 0o755);
await writeFile('dist/cli/LICENSES.txt', await licencesOf(Object.keys(metafile.inputs)));
