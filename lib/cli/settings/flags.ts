import type { GlobalFlags } from '../frame/global-flags';
import type { Settings } from './settings';

/** The options that a configuration file answers as well, and those that name or refuse the file. */
export interface SettingsFlags extends GlobalFlags {
  readonly config?: string | false;
  readonly kubernetesVersion?: string;
  readonly route?: string;
  readonly failOn?: Settings['failOn'];
  readonly rules?: readonly string[];
  readonly except?: readonly string[];
}

/** Options as commander takes them, with the same words in each command. */
export const KUBERNETES_VERSION = [
  '--kubernetes-version <version>',
  'version of the target cluster, 1.28 to 1.37 (default: 1.30)',
] as const;
export const CONFIG = [
  '--config <file>',
  'configuration file (default: .cdk8s-lifecycle.yaml or .yml here or in a folder above)',
] as const;
export const NO_CONFIG = ['--no-config', 'read no configuration file'] as const;
