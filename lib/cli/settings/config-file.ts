import type { GlobalFlags } from '../frame/global-flags';
import { note } from '../output/notes';
import { findConfig } from './find-config';

/**
 * The configuration file that counts: the one that `--config` names, or the one that is found; undefined for
 * `--no-config`, and where there is none. A file with a similar name is noted as not read.
 */
export function configFile(named: string | false | undefined, flags: GlobalFlags): string | undefined {
  if (named !== undefined) return named === false ? undefined : named;
  const { file, misnamed } = findConfig('.');
  for (const each of misnamed)
    note(`${each} is not read: the name of the configuration is .cdk8s-lifecycle.yaml`, flags);
  return file;
}
