import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';

/**
 * A package of the command line alone, from the same build: who checks manifests and writes no constructs installs no
 * cdk8s. The constructs' own package keeps its peers required, so that npm brings them.
 */
const FOLDER = 'dist/command-line';
const { version, license, author, homepage, bugs, repository, keywords, engines, publishConfig, bin } = JSON.parse(
  await readFile('package.json', 'utf8'),
);

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
await cp('dist/cli', `${FOLDER}/dist/cli`, { recursive: true });
await cp('LICENSE', `${FOLDER}/LICENSE`);
await cp('schema', `${FOLDER}/schema`, { recursive: true });
await writeFile(
  `${FOLDER}/package.json`,
  `${JSON.stringify(
    {
      name: 'cdk8s-lifecycle-cli',
      version,
      description: 'Find what drops requests, crashes or hangs in Kubernetes manifests, and how to fix it.',
      keywords: keywords.filter((word) => word !== 'cdk8s'),
      license,
      author,
      homepage,
      bugs,
      repository,
      engines,
      publishConfig,
      bin,
      files: ['dist', 'schema'],
    },
    null,
    2,
  )}\n`,
);
await writeFile(
  `${FOLDER}/README.md`,
  `# cdk8s-lifecycle-cli

The command line of [cdk8s-lifecycle](${homepage}) alone: \`lint\`, \`simulate\`, \`diagnose\`, \`runbook\` and \`explain\` for any Kubernetes manifests. It has no
dependencies. The package \`cdk8s-lifecycle\` brings the same command with the cdk8s constructs.
`,
);
