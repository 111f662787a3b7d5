import { chmod, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { licencesOf } from './bundled-licences.mjs';

/** Node has fetch: the client's own, and the ten-year-old packages below it, stay out of the bundle. */
const withBuiltInFetch = {
  name: 'with-built-in-fetch',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node-fetch$/ }, ({ path }) => ({ path, namespace: 'with-built-in-fetch' }));
    onLoad({ filter: /.*/, namespace: 'with-built-in-fetch' }, () => ({
      contents: 'export const { Headers, Request, Response, FormData } = globalThis; export default globalThis.fetch;',
    }));
  },
};

/**
 * Of the Kubernetes client only the kubeconfig is used, and of its 5 MB of generated API classes nothing: it takes two
 * names from them, which stand in small files of their own.
 */
const withoutApiClasses = {
  name: 'without-api-classes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/gen\/index\.js$/ }, ({ importer, resolveDir }) =>
      /@kubernetes\/client-node\/dist\/config\.js$/.test(importer.replaceAll('\\', '/'))
        ? { path: `${resolveDir}/gen/configuration-only.js`, namespace: 'without-api-classes', pluginData: resolveDir }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'without-api-classes' }, ({ pluginData }) => ({
      contents: "export * from './gen/configuration.js'; export * from './gen/servers.js';",
      resolveDir: pluginData,
    }));
  },
};

/**
 * The command line carries its libraries with it: the package itself has no dependencies. Each command is a chunk of its
 * own, loaded when it is run; cdk8s and its kind stay outside, since they are the user's.
 */
const outdir = process.argv[2] ?? 'dist/cli';
await rm(outdir, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['lib/cli/main.ts'],
  outdir,
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
  plugins: [withoutApiClasses, withBuiltInFetch],
  logLevel: 'warning',
});
await chmod(`${outdir}/main.mjs`, 0o755);
await writeFile(
  `${outdir}/LICENSES.txt`,
  // Files that a plugin made up have a namespace before their path.
  await licencesOf(Object.keys(metafile.inputs).filter((input) => !/^[a-z-]+:/.test(input))),
);
