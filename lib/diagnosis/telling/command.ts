import type { ObjectRef } from '../../kubernetes/views/manifest';
import { printable } from './printable';

/** The words of a command, not yet quoted for a shell. */
export type Command = readonly string[];

const PLAIN_WORD = /^[A-Za-z0-9_@%+=:,./-]+$/;
const OBJECT_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** Quotes one word for a POSIX shell; what is not printable is taken out first. */
export function shellWord(word: string): string {
  const clean = printable(word);
  return PLAIN_WORD.test(clean) ? clean : `'${clean.replaceAll("'", `'\\''`)}'`;
}

/** Writes a command as one line for a POSIX shell. */
export function shellLine(command: Command): string {
  return command.map(shellWord).join(' ');
}

/** The word that names an object to kubectl. A name that could be read as an option gets its kind before it. */
function nameWord(kind: string, name: string | null, alwaysKind: boolean): string {
  const plain = name ?? '';
  return !alwaysKind && OBJECT_NAME.test(plain) ? plain : `${kind}/${plain}`;
}

function kubectl(namespace: string | null): string[] {
  return namespace === null ? ['kubectl'] : ['kubectl', '-n', namespace];
}

/** The log of a container; `--previous` is that of its last run. */
export function logs(pod: ObjectRef, container: string | null, previous: boolean): Command {
  return [
    ...kubectl(pod.namespace),
    'logs',
    nameWord('pod', pod.name, false),
    ...(container === null ? ['--all-containers'] : ['-c', container]),
    ...(previous ? ['--previous'] : []),
  ];
}

/** Everything the cluster knows about an object, its events among it. */
export function describe(ref: ObjectRef): Command {
  const kind = (ref.kind ?? 'pod').toLowerCase();
  return [...kubectl(ref.namespace), 'describe', nameWord(kind, ref.name, true)];
}

/** Everything the cluster knows about an object of the core group; without a name, about all of its kind. */
export function describeNamed(kind: string, namespace: string | null, name: string | null | undefined): Command {
  return describe({ apiVersion: 'v1', kind, namespace, name: name ?? null });
}

/** One object, or all of a kind, with further words. */
export function get(namespace: string | null, kind: string, name: string | null, ...words: readonly string[]): Command {
  return [...kubectl(namespace), 'get', ...(name === null ? [kind] : [nameWord(kind, name, true)]), ...words];
}

/** The events of one object, in the order in which they happened. */
export function events(ref: ObjectRef): Command {
  return [
    ...kubectl(ref.namespace),
    'get',
    'events',
    '--field-selector',
    `involvedObject.kind=${ref.kind ?? ''},involvedObject.name=${ref.name ?? ''}`,
    '--sort-by=.lastTimestamp',
  ];
}

/** What the containers of a pod use just now. */
export function top(pod: ObjectRef): Command {
  return [...kubectl(pod.namespace), 'top', 'pod', nameWord('pod', pod.name, false), '--containers'];
}
