import { schemaOf } from '../../../lib/admission/structure/schema';
import type { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import type { Case } from './cases';
import { leafName, leavesOf } from './edits';
import type { Difference, Verdict } from './verdict';

/** What one kind's run amounts to. */
export class Tally {
  objects = 0;
  rejected = 0;
  /** Less those that were sent as they are. */
  edited = 0;
  editedRejected = 0;
  falseAccepts = 0;
  falseRejects = 0;
  /** Objects that both reject, so that their field paths can be compared. */
  compared = 0;
  otherPaths = 0;
  private readonly set = new Set<string>();
  private readonly mutated = new Set<string>();
  /** The server's messages, with what stands in quotes and all numbers taken out. */
  readonly messages = new Set<string>();
  private readonly type: string;

  constructor(
    readonly kind: string,
    private readonly version: KubernetesVersion,
  ) {
    const slash = kind.lastIndexOf('/');
    this.type = schemaOf(version).typeOf(kind.slice(0, slash), kind.slice(slash + 1)) ?? '';
  }

  count({ edits }: Case, server: Verdict, difference: Difference | undefined): void {
    this.objects++;
    if (server.stage !== 'accepted') this.rejected++;
    if (edits.length > 0) this.edited++;
    if (edits.length > 0 && server.stage !== 'accepted') this.editedRejected++;
    if (difference === 'false accept') this.falseAccepts++;
    if (difference === 'false reject') this.falseRejects++;
    if (server.stage !== 'accepted' && server.stage !== 'other') this.compared++;
    if (difference === 'paths') this.otherPaths++;
    const schema = schemaOf(this.version);
    for (const { keys, value } of edits) {
      const name = leafName(keys, this.type, schema);
      this.mutated.add(name);
      if (value !== undefined && value !== null) this.set.add(name);
    }
    for (const message of partsOf(server.message)) if (message !== '') this.messages.add(message);
  }

  /** Leaves of the schema: all, and those that were set and changed in at least one object. */
  coverage(): { readonly leaves: number; readonly set: number; readonly mutated: number } {
    const schema = schemaOf(this.version);
    const names = leavesOf(this.type, schema).map(({ keys }) => leafName(keys, this.type, schema));
    return {
      leaves: names.length,
      set: names.filter((name) => this.set.has(name)).length,
      mutated: names.filter((name) => this.mutated.has(name)).length,
    };
  }
}

const KINDS = 'Invalid value|Required value|Unsupported value|Forbidden|Duplicate value|Not found|Too long|Too many';
const NEXT = new RegExp(`, (?=[A-Za-z][^ ,]*: (?:${KINDS}))`);
const COMPLAINT = new RegExp(`: (${KINDS})(?:: (.*))?$`, 's');
const VALUE = /^(?:"(?:[^"\\]|\\.)*"|[-+.\w]+|[[{(&].*[\]})]|map\[.*?\])(?:: (.*))?$/s;

/** The single complaints of a message, each less its path and value, so that it is the same for all objects. */
function partsOf(message: string): readonly string[] {
  if (message === '') return [];
  const list = message.replace(/\]$/, '');
  if (!COMPLAINT.test(list)) return [generalized(decodingOf(message))];
  return list.split(NEXT).map((part) => {
    const [, kind = '', detail = ''] = COMPLAINT.exec(part) ?? [];
    const hasValue = /value|found/.test(kind) && kind !== 'Required value';
    const told = hasValue ? (VALUE.exec(detail)?.[1] ?? '') : detail;
    return generalized(told === '' ? kind : `${kind}: ${told}`);
  });
}

/** What is wrong with the form of an object, less the kind and the field. */
function decodingOf(message: string): string {
  return message
    .replace(/^.* cannot be handled as an? \w+: /s, '')
    .replace(/ (?:into Go|of type|\d\S* into).*$/s, '')
    .replace(/(unknown field).*$/s, '$1');
}

/** Takes out what is in quotes, and numbers. */
function generalized(text: string): string {
  const short = text.replace(/ \(e\.g\. .*$/s, '').replace(/\]$/, '');
  return short
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/'[^']*'/g, "'…'")
    .replace(/\d+/g, '#')
    .slice(0, 120);
}
