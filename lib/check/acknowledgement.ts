import type { SetObject } from '../kubernetes/set/manifest-set';
import { isWithin } from '../kubernetes/text/field-path';
import { annotationsOf } from '../kubernetes/views/manifest';
import { ANNOTATION } from '../lifecycle/annotations';
import type { Finding } from './finding';

/** Why a finding is accepted. Every part that is given must fit the finding. */
export interface Acknowledgement {
  readonly rule: string;
  /** An acknowledgement without a reason (empty, or only blanks) is not applied. */
  readonly reason: string;
  /** Position of the object in the list that is checked. Where it is left out, an unused one is not told. */
  readonly index?: number;
  /** Name of the container. */
  readonly container?: string;
  /** Field path: findings at it, below it, or at what holds it. */
  readonly path?: string;
  /** Anything else that a caller knows of a finding, such as its line. */
  readonly covers?: (finding: Finding) => boolean;
  /** Field path where the acknowledgement itself stands; the object's `metadata` where it is left out. */
  readonly at?: string;
  /** How it is written and what to write in its place, where its form is no longer read: it is told and not applied. */
  readonly outdated?: { readonly written: string; readonly write: string };
}

const ENTRY = /^\[([^\]]*)\]\s*(.*)$/s;

/** Reads the annotations of an object and of its pod template. One line an entry where it begins with `[container]`. */
export function annotatedAcknowledgements(object: SetObject, index: number): readonly Acknowledgement[] {
  const own = read(annotationsOf(object.manifest), 'metadata.annotations', index);
  const template = object.workload?.template;
  if (template === undefined || template.templatePath === '') return own;
  return [...own, ...read(template.annotations, `${template.templatePath}.metadata.annotations`, index)];
}

/** Tells whether an acknowledgement says why, in a form that is read; any other is told and not applied. */
export function isApplied(acknowledgement: Acknowledgement): boolean {
  return hasReason(acknowledgement) && acknowledgement.outdated === undefined;
}

export function hasReason({ reason }: Acknowledgement): boolean {
  return reason.trim() !== '';
}

/** Tells whether an acknowledgement of its rule is meant for a finding. */
export function isFor({ index, container, path, covers }: Acknowledgement, finding: Finding): boolean {
  if (index !== undefined && index !== finding.index) return false;
  if (container !== undefined && container !== finding.container) return false;
  if (path !== undefined && !isWithin(finding.path, path) && !isWithin(path, finding.path)) return false;
  return covers === undefined || covers(finding);
}

/** The word of an earlier draft: an acknowledgement under it is told, so that none is without effect in silence. */
const OUTDATED_PREFIX = 'cdk8s-lifecycle/ignore.';

function read(annotations: Readonly<Record<string, string>>, path: string, index: number): Acknowledgement[] {
  return Object.entries(annotations).flatMap(([key, value]): Acknowledgement[] => {
    const prefix = [ANNOTATION.acknowledgePrefix, OUTDATED_PREFIX].find((each) => key.startsWith(each));
    if (prefix === undefined) return [];
    const rule = key.slice(prefix.length);
    const at = `${path}[${key}]`;
    if (prefix === OUTDATED_PREFIX) {
      const outdated = { written: key, write: `${ANNOTATION.acknowledgePrefix}${rule}` };
      return [{ rule, reason: value, index, at, outdated }];
    }
    return entriesOf(value).map((entry) => ({ rule, index, at, ...entry }));
  });
}

function entriesOf(value: string): ReadonlyArray<{ readonly reason: string; readonly container?: string }> {
  if (!value.startsWith('[')) return [{ reason: value.trim() }];
  return value
    .split(/\n(?=\[)/)
    .map((line) => ENTRY.exec(line))
    .map((match) => ({ container: match?.[1] ?? '', reason: (match?.[2] ?? '').trim() }));
}
