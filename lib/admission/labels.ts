import { byteLength, labelValue, qualifiedName } from './names';
import type { Report } from './report';
import type { LabelSelector } from './structure/generated/types';

type Labels = Readonly<Record<string, string>>;

/** Source: apimachinery pkg/apis/meta/v1/validation ValidateLabels: every complaint has the path of the whole map. */
export function validateLabels(labels: Labels | undefined, path: string, report: Report): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    report.invalidFor(path, key, qualifiedName(key));
    report.invalidFor(path, value, labelValue(value));
  }
}

const MOST_ANNOTATION_BYTES = 256 * 1024;

/** Source: apimachinery pkg/api/validation ValidateAnnotations. */
export function validateAnnotations(annotations: Labels | undefined, path: string, report: Report): void {
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations ?? {})) {
    report.invalidFor(path, key, qualifiedName(key.toLowerCase()));
    bytes += byteLength(key) + byteLength(value);
  }
  if (bytes > MOST_ANNOTATION_BYTES) report.tooLong(path, `${MOST_ANNOTATION_BYTES} bytes of keys and values`);
}

/** Source: apimachinery pkg/apis/meta/v1/validation ValidateLabelSelector. */
export function validateLabelSelector(selector: LabelSelector | undefined, path: string, report: Report): void {
  if (selector === undefined) return;
  validateLabels(selector.matchLabels, `${path}.matchLabels`, report);
  (selector.matchExpressions ?? []).forEach(({ key = '', operator = '', values = [] }, index) => {
    const at = `${path}.matchExpressions[${index}]`;
    validateOperator(operator, values.length, at, report);
    report.invalidFor(`${at}.key`, key, qualifiedName(key));
    values.forEach((value, position) => {
      report.invalidFor(`${at}.values[${position}]`, value, labelValue(value));
    });
  });
}

function validateOperator(operator: string, count: number, path: string, report: Report): void {
  if (operator === 'In' || operator === 'NotIn') {
    if (count === 0) report.required(`${path}.values`, `operator ${operator} needs at least one value`);
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (count > 0) report.forbidden(`${path}.values`, `must not be set with operator ${operator}`);
  } else {
    report.invalid(`${path}.operator`, operator, 'must be one of "In", "NotIn", "Exists", "DoesNotExist"');
  }
}

/** Tells whether a selector has neither labels nor expressions. */
export function isEmptySelector(selector: LabelSelector | undefined): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length + (selector?.matchExpressions ?? []).length === 0;
}

/**
 * Tells whether a selector matches labels; undefined where the selector itself cannot be read, which is rejected
 * elsewhere.
 */
export function selects(selector: LabelSelector, labels: Labels): boolean | undefined {
  const byLabels = Object.entries(selector.matchLabels ?? {});
  const expressions = selector.matchExpressions ?? [];
  if (byLabels.some(([key, value]) => qualifiedName(key) !== undefined || labelValue(value) !== undefined))
    return undefined;
  let matches = byLabels.every(([key, value]) => labels[key] === value);
  for (const { key = '', operator = '', values = [] } of expressions) {
    if (qualifiedName(key) !== undefined || values.some((value) => labelValue(value) !== undefined)) return undefined;
    const has = Object.hasOwn(labels, key);
    const isIn = has && values.includes(labels[key] ?? '');
    if (operator === 'In' || operator === 'NotIn') {
      if (values.length === 0) return undefined;
      matches &&= operator === 'In' ? isIn : !isIn;
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (values.length > 0) return undefined;
      matches &&= operator === 'Exists' ? has : !has;
    } else return undefined;
  }
  return matches;
}
