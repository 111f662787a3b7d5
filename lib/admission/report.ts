import { type FeatureName, hasFeature } from '../kubernetes/versions/features';
import type { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import { type Rejection, type RejectionKind, WHOLE } from './rejection';

/** Gathers the rejections of one object, and knows the version that it is admitted to. */
export class Report {
  public readonly rejections: Rejection[] = [];

  constructor(public readonly version: KubernetesVersion) {}

  /** Tells whether a feature gate is on in the version. */
  has(feature: FeatureName): boolean {
    return hasFeature(feature, this.version);
  }

  /** Tells whether the version is 1.`minor` or newer. */
  isAtLeast(minor: number): boolean {
    return this.version.minor >= minor;
  }

  required(path: string, why = ''): void {
    this.add('Required', path, why === '' ? 'is missing' : `is missing: ${why}`);
  }

  /** Rejects a value; `about` names all the fields that it does not go together with. */
  invalid(path: string, value: unknown, why: string, about?: readonly string[]): void {
    this.add('Invalid', path, `is ${show(value)}, and ${why}`, undefined, about);
  }

  /** Adds an Invalid rejection for each complaint, such as {@link dnsLabel} gives. */
  invalidFor(path: string, value: unknown, complaint: string | undefined): void {
    if (complaint !== undefined) this.invalid(path, value, complaint);
  }

  notSupported(path: string, value: unknown, allowed: readonly string[]): void {
    const choices = allowed.map((each) => `"${each}"`).join(', ');
    this.add('NotSupported', path, `is ${show(value)}, and must be ${allowed.length === 1 ? '' : 'one of '}${choices}`);
  }

  /** Rejects a value that is not among the allowed ones. The empty string is one value among others. */
  oneOf(path: string, value: string | undefined, allowed: readonly string[]): void {
    if (!allowed.includes(value ?? '')) this.notSupported(path, value ?? '', allowed);
  }

  forbidden(path: string, why: string): void {
    this.add('Forbidden', path, why);
  }

  duplicate(path: string, value: unknown): void {
    this.add('Duplicate', path, `is ${show(value)} a second time, and must be unique`);
  }

  notFound(path: string, value: unknown, where = 'there is none of that name'): void {
    this.add('NotFound', path, `is ${show(value)}, and ${where}`);
  }

  tooLong(path: string, limit: string): void {
    this.add('TooLong', path, `is too long: ${limit} are allowed`);
  }

  tooMany(path: string, count: number, most: number): void {
    this.add('TooMany', path, `has ${count} items, and at most ${most} are allowed`);
  }

  unknownField(path: string, hint: string | undefined): void {
    this.add(
      'UnknownField',
      path,
      hint === undefined ? 'is not a field of the API' : `is not a field of the API; ${hint}`,
    );
  }

  wrongType(path: string, value: unknown, expected: string): void {
    this.add('WrongType', path, `is ${show(value)}, and must be ${expected}`);
  }

  /** Adds a rejection whose message is told in full, less the path that it begins with. */
  add(kind: RejectionKind, path: string, predicate: string, fix?: string, about?: readonly string[]): void {
    const message = path === '' || path === WHOLE ? predicate : `${path} ${predicate}`;
    this.rejections.push({
      kind,
      path,
      message,
      ...(fix !== undefined && { fix }),
      ...(about !== undefined && { about }),
    });
  }
}

const MOST_SHOWN = 80;

/** Prints a value as it stands in YAML or JSON, shortened where it is long. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}...`;
}
