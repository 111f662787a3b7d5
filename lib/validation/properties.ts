import { CATALOGUE } from '../check/catalogue';
import type { CheckOptions } from '../check/options';
import { unknownWord } from '../kubernetes/text/unknown-word';
import { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import { parseRoute } from '../lifecycle/routes/route';
import { SEVERITIES, type Severity } from '../lifecycle/severity';

/** The `properties` of the plugin's entry in cdk8s.yaml. */
export interface LifecycleValidationProperties {
  /** @default '1.30' */
  readonly kubernetesVersion?: string;
  /** The least severity that fails `cdk8s synth`. @default 'error' */
  readonly failOn?: Severity;
  /** The least severity that the report holds. @default 'warning' */
  readonly report?: Severity;
  /** Run these rules alone. @default - all */
  readonly rules?: readonly string[];
  /** Leave these rules out. */
  readonly except?: readonly string[];
  readonly privateRegistries?: readonly string[];
  /** How traffic reaches the pods, where no object says it: `ingress-nginx`. */
  readonly route?: string;
}

/** What the plugin works with. */
export interface PluginSettings {
  readonly failOn: Severity;
  readonly report: Severity;
  readonly options: CheckOptions;
}

const KEYS = ['kubernetesVersion', 'failOn', 'report', 'rules', 'except', 'privateRegistries', 'route'];

/**
 * Reads the properties.
 *
 * @throws with key, value and what is allowed, if one is unknown
 */
export function settingsOf(properties: Readonly<Record<string, unknown>>): PluginSettings {
  for (const key of Object.keys(properties)) refuseUnknown('property', key, KEYS);
  const { kubernetesVersion, failOn, report, rules, except, privateRegistries, route } = properties;
  const ids = CATALOGUE.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]);
  for (const id of [...words(rules), ...words(except)]) refuseUnknown('rule', id, ids);
  return {
    failOn: severityOf(failOn) ?? 'error',
    report: severityOf(report) ?? 'warning',
    options: {
      version: kubernetesVersion === undefined ? undefined : KubernetesVersion.of(String(kubernetesVersion)),
      only: rules === undefined ? undefined : words(rules),
      except: words(except),
      privateRegistries: words(privateRegistries),
      route: route === undefined ? undefined : parseRoute(String(route)),
    },
  };
}

function words(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function severityOf(value: unknown): Severity | undefined {
  if (value === undefined) return undefined;
  refuseUnknown('severity', String(value), SEVERITIES);
  return value as Severity;
}

function refuseUnknown(what: string, word: string, known: readonly string[]): void {
  if (!known.includes(word)) throw new Error(unknownWord(what, word, known));
}
