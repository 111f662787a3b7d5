import { Rules } from 'cdk8s-lifecycle';
import { APPS, type NamedApp } from '../../apps/apps';
import { lintDocuments } from '../../lib/cli/commands/lint/lint-documents';
import type { LintFinding } from '../../lib/cli/commands/lint/report';
import { type ReadResult, readManifests } from '../../lib/cli/input/read-manifests';
import { NO_SETTINGS } from '../../lib/cli/settings/settings';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { describeRef } from '../../lib/kubernetes/views/manifest';
import { withFolder, write } from './written';

// Every app is synthesized several times.

afterEach(() => jest.restoreAllMocks());

interface Synthesized {
  /** What synthesis printed, without the construct's path in front and the source line behind. */
  readonly warnings: readonly string[];
  readonly written: ReadResult;
}

/** Synthesizes an app into a folder, and reads the folder as lint does. */
function synthesize({ build }: NamedApp): Promise<Synthesized> {
  const printed: string[] = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  return withFolder(async (folder) => {
    write(build, folder);
    const warnings = printed.map((line) =>
      line
        .trim()
        .replace(/^warning: \[[^\]]*\] /, '')
        .replace(/ at \S+:\d+$/, ''),
    );
    return { warnings, written: await readManifests([folder]) };
  });
}

async function lint({ written }: Synthesized, version: KubernetesVersion): Promise<readonly LintFinding[]> {
  return (await lintDocuments(written, { ...NO_SETTINGS, version })).findings;
}

/** A finding in the words of synthesis. */
function inWords({ object, message, path, fix, rule }: LintFinding): string {
  return `${describeRef(object)}: ${message} (${path}); ${fix} [${rule}]`;
}

const aboveInfo = (findings: readonly LintFinding[]) => findings.filter(({ severity }) => severity !== 'info');

/** The version that the app's Platform names, where it is not the default. */
const VERSIONS: Readonly<Record<string, KubernetesVersion>> = { payments: KubernetesVersion.V1_32 };

describe.each(APPS.map((app) => [app.name, app] as const))('%s', (name, app) => {
  const version = VERSIONS[name] ?? KubernetesVersion.V1_30;
  const newer = KubernetesVersion.all().filter((each) => each.isAtLeast(version));

  test('synthesizes without a word', async () => {
    expect((await synthesize(app)).warnings).toEqual([]);
  });

  test(`has nothing to be fixed for clusters of ${newer.join(', ')}: each acknowledgement has its reason`, async () => {
    const synthesized = await synthesize(app);
    for (const each of newer) {
      const findings = aboveInfo(await lint(synthesized, each));
      expect(findings.filter(({ acknowledged }) => acknowledged === null)).toEqual([]);
      expect(findings.filter(({ acknowledged }) => acknowledged?.trim() === '')).toEqual([]);
    }
  });

  test('without its acknowledgements, synthesis says what lint of its output says', async () => {
    const acknowledged = (await lint(await synthesize(app), version)).filter((each) => each.acknowledged !== null);
    jest.spyOn(Rules.prototype, 'acknowledge').mockImplementation(() => undefined);
    const bare = await synthesize(app);
    expect([...bare.warnings].sort()).toEqual(
      aboveInfo(await lint(bare, version))
        .map(inWords)
        .sort(),
    );
    expect(bare.warnings.length).toBe(acknowledged.length);
    expect(bare.warnings.length).toBeGreaterThan(0);
  });
});
