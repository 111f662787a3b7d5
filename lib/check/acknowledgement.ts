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
}

const ENTRY = /^\[([^\]]*)\]\s*(.*)$/s;

/** Reads the annotations of an object and of its pod template. One line an entry where it begins with `[container]`. */
export function annotatedAcknowledgements(object: SetObject, index: number): readonly Acknowledgement[] {
  const own = read(annotationsOf(object.manifest), 'metadata.annotations', index);
  const template = object.workload?.template;
  if (template === undefined || template.templatePath === '') return own;
  return [...own, ...read(template.annotations, `${template.templatePath}.metadata.annotations`, index)];
}

/** Tells whether an acknowledgement is meant for a finding. */
export function isFor(acknowledgement: Acknowledgement, finding: Finding): boolean {
  const { rule, index, container, path, covers } = acknowledgement;
  if (rule !== finding.rule) return false;
  if (index !== undefined && index !== finding.index) return false;
  if (container !== undefined && container !== finding.container) return false;
  if (path !== undefined && !isWithin(finding.path, path) && !isWithin(path, finding.path)) return false;
  return covers === undefined || covers(finding);
}

function read(annotations: Readonly<Record<string, string>>, path: string, index: number): Acknowledgement[] {
  return Object.entries(annotations)
    .filter(([key]) => key.startsWith(ANNOTATION.ignorePrefix))
    .flatMap(([key, value]) => {
      const rule = key.slice(ANNOTATION.ignorePrefix.length);
      const at = `${path}[${key}]`;
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
