import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import type { Container } from '../kubernetes/views/container';
import { objectOf, objectsOf, stringMapOf, stringOf } from '../kubernetes/views/json';
import type { PodTemplate } from '../kubernetes/views/pod-template';
import { referencesOf } from './references';

/** What a container's server is told: by its command line, its environment and the config maps of the set. */
export interface ServerSettings {
  /** Command and arguments in one line. */
  readonly commandLine: string;
  /** Variables with values that can be read. */
  readonly environment: ReadonlyMap<string, string>;
  /** Values of the config maps that the pod mounts, by key. */
  readonly files: ReadonlyArray<readonly [key: string, text: string]>;
}

export function serverSettingsOf(
  set: ManifestSet,
  { namespace, workload }: SetObject,
  container: Container,
): ServerSettings {
  const commandLine = [...container.command, ...container.args].join(' ');
  if (workload === undefined) return { commandLine, environment: new Map(), files: [] };
  const dataOf = (name: string | undefined) => configMapOf(set, namespace, name);
  const environment = new Map<string, string>();
  for (const { item } of objectsOf(container.written.envFrom)) {
    const prefix = stringOf(item.prefix) ?? '';
    const data = dataOf(stringOf(objectOf(item.configMapRef).name));
    for (const [key, value] of Object.entries(data)) environment.set(`${prefix}${key}`, value);
  }
  for (const { name, value, written } of container.env) {
    const from = objectOf(objectOf(written.valueFrom).configMapKeyRef);
    const read = value ?? dataOf(stringOf(from.name))[stringOf(from.key) ?? ''];
    if (read !== undefined) environment.set(name, read);
  }
  const names = [...mounted(workload.template), ...namedByFlag(commandLine)];
  return { commandLine, environment, files: [...new Set(names)].flatMap((name) => Object.entries(dataOf(name))) };
}

function configMapOf(set: ManifestSet, namespace: string, name: string | undefined): Readonly<Record<string, string>> {
  const [found] = name === undefined ? [] : set.named('ConfigMap', namespace, name, '');
  return found === undefined ? {} : stringMapOf(found.manifest.data);
}

function mounted(template: PodTemplate): readonly string[] {
  return [...referencesOf(template)]
    .filter(({ kind, use }) => kind === 'ConfigMap' && use === 'volume')
    .map(({ name }) => name);
}

/** Controllers read a config map by its name: `--configmap=$(POD_NAMESPACE)/ingress-nginx-controller`. */
function namedByFlag(commandLine: string): readonly string[] {
  const name = /--configmap[= ](?:\S*\/)?([\w.-]+)/.exec(commandLine)?.[1];
  return name === undefined ? [] : [name];
}
