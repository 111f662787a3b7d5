import { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import type { Manifest } from '../../kubernetes/views/manifest';
import { sourcesBeside } from '../commands/diagnose/construct-map';
import type { LintFlags } from '../commands/lint/command';
import { CouldNotRun } from '../could-not-run';
import type { GlobalFlags } from '../global-flags';
import { isUnread, readManifests } from '../input/read-manifests';
import { problemText } from '../output/notes';
import { configFile } from './config-file';
import { NO_SETTINGS, type Settings } from './lint-settings';
import { RuleNames } from './rule-names';

/**
 * Puts the command line over the configuration file.
 *
 * @throws CouldNotRun if either names what is not there
 */
export async function settingsFrom(flags: LintFlags, paths: readonly string[]): Promise<Settings> {
  const configuration: Settings = { ...NO_SETTINGS, ...(await configured(flags)) };
  const names = new RuleNames(configuration.extraRules);
  const read = (option: string, ids: readonly string[]) =>
    ids.map((id) => {
      const problem = names.problemWith(id);
      if (problem !== undefined) throw new CouldNotRun(problem);
      return names.read(id, option);
    });
  return {
    ...configuration,
    only: flags.rules && read('--rules', flags.rules),
    except: read('--except', flags.except ?? []),
    failOn: flags.failOn ?? configuration.failOn,
    previous: flags.against && (await readPrevious(flags.against)),
    sourceOf: sourcesBeside(paths),
    version: flags.kubernetesVersion === undefined ? configuration.version : versionOf(flags.kubernetesVersion),
    notes: [...configuration.notes, ...names.notes],
  };
}

/** What a configuration file needs (its schema's validator above all) is loaded only where there is such a file. */
export async function configured(
  flags: GlobalFlags & { readonly config?: string | false },
): Promise<Partial<Settings>> {
  const file = configFile(flags.config, flags);
  if (file === undefined) return {};
  const { loadConfig } = await import('./load-config');
  return loadConfig(file);
}

async function readPrevious(paths: readonly string[]): Promise<readonly Manifest[]> {
  const { documents, problems } = await readManifests(paths);
  const problem = problems.find(isUnread);
  if (problem !== undefined) throw new CouldNotRun(`--against: ${problemText(problem)}`);
  return documents.map(({ manifest }) => manifest);
}

function versionOf(text: string): KubernetesVersion {
  try {
    return KubernetesVersion.of(text);
  } catch (error) {
    throw new CouldNotRun((error as Error).message);
  }
}
