import { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import { parseRoute } from '../../lifecycle/routes/route';
import { orCouldNotRun } from '../frame/could-not-run';
import { sourcesBeside } from '../input/construct-map';
import { configFile } from './config-file';
import type { SettingsFlags } from './flags';
import { RuleNames } from './rule-names';
import { NO_SETTINGS, type Settings } from './settings';

/**
 * Puts the command line over the configuration file. What such a file needs (its schema's validator above all) is loaded
 * only where there is one.
 *
 * @throws CouldNotRun if either names what is not there
 */
export async function settingsFrom(flags: SettingsFlags, paths: readonly string[] = []): Promise<Settings> {
  const file = configFile(flags.config, flags);
  const inFile: Partial<Settings> = file === undefined ? {} : (await import('./load-config')).loadConfig(file);
  const configured: Settings = { ...NO_SETTINGS, ...inFile };
  const names = new RuleNames(configured.extraRules);
  const { kubernetesVersion, route, failOn, rules, except = [] } = flags;
  return {
    ...configured,
    file,
    only: rules?.map((id) => names.known(id, '--rules')),
    except: except.map((id) => names.known(id, '--except')),
    failOn: failOn ?? configured.failOn,
    version:
      kubernetesVersion === undefined
        ? configured.version
        : orCouldNotRun(() => KubernetesVersion.of(kubernetesVersion)),
    route: route === undefined ? configured.route : orCouldNotRun(() => parseRoute(route)),
    sourceOf: sourcesBeside(paths),
    notes: [...configured.notes, ...names.notes],
  };
}
