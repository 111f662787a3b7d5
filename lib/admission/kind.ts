import type { JsonObject } from '../kubernetes/views/json';
import type { GatedField } from './drop';
import type { Report } from './report';

/** How the API server admits the objects of one kind. `T` is the kind's type, which decoding has made sure of. */
export interface Kind<T> {
  /** Where a pod spec is: `spec.template.spec`. */
  readonly podSpec?: string;
  /** Fields that a version drops in silence while a feature gate is off, less those of the pod spec. */
  readonly dropped?: readonly GatedField[];
  /** The minor version from which the API server itself sets metadata.generation of what is created. Default: never. */
  readonly setsGenerationFrom?: number;
  /** Fills in the defaults, and in an update what the cluster keeps of `old` though the new object does not say it. */
  default(object: T, report: Report, old?: T): T;
  /** Checks an object after defaulting: as it is created, or as it takes the place of `old`, whose defaults are filled in. */
  validate(object: T, report: Report, old?: T): void;
  /** Checks what may not change. */
  validateUpdate?(object: T, old: T, report: Report): void;
}

/** Any kind, as the list of kinds holds it. */
export type AnyKind = Kind<JsonObject>;

/** Gives a kind its types, and forgets them for the list of kinds. */
export function defineKind<T extends object>(kind: Kind<T>): AnyKind {
  return kind as unknown as AnyKind;
}
