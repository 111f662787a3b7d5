import { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import type { Rule } from '../../rules/rule';
import { sourcesBeside } from '../commands/diagnose/construct-map';
import type { LintFlags } from '../commands/lint/command';
import { rulesOf } from '../commands/lint/lint-documents';
import { CouldNotRun } from '../could-not-run';
import { unknown } from '../did-you-mean';
import type { GlobalFlags } from '../global-flags';
import { isUnread, readManifests } from '../input/read-manifests';
import { problemText } from '../output/notes';
import { configFile } from './config-file';
import { NO_SETTINGS, type Settings } from './lint-settings';

/**
 * Puts the command line over the configuration file.
 *
 * @throws CouldNotRun if either names what is not there
 */
export async function settingsFrom(flags: LintFlags, paths: readonly string[]): Promise<Settings> {
  const configuration: Settings = { ...NO_SETTINGS, ...(await configured(flags)) };
  const extraRules = [...configuration.extraRules, ...(await againstRules(flags.against))];
  const settings: Settings = { ...configuration, extraRules };
  const ids = rulesOf(settings).map(({ id }) => id);
  for (const id of [...(flags.rules ?? []), ...(flags.except ?? [])]) {
    if (!ids.includes(id)) throw new CouldNotRun(unknown('rule', id, ids));
  }
  return {
    ...settings,
    only: flags.rules,
    except: flags.except ?? [],
    failOn: flags.failOn ?? settings.failOn,
    sourceOf: sourcesBeside(paths),
    version: flags.kubernetesVersion === undefined ? settings.version : versionOf(flags.kubernetesVersion),
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

/** Admission is loaded for an update only where there is something to compare with. */
async function againstRules(paths: LintFlags['against']): Promise<readonly Rule[]> {
  if (paths === undefined) return [];
  const { documents, problems } = await readManifests(paths);
  const problem = problems.find(isUnread);
  if (problem !== undefined) throw new CouldNotRun(`--against: ${problemText(problem)}`);
  const { updateIsAdmitted } = await import('../commands/lint/update-is-admitted');
  return [updateIsAdmitted(documents.map(({ manifest }) => manifest))];
}

function versionOf(text: string): KubernetesVersion {
  try {
    return KubernetesVersion.of(text);
  } catch (error) {
    throw new CouldNotRun((error as Error).message);
  }
}
