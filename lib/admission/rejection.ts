/**
 * Why the API server refuses a field. The first nine are its own error types; the others are what its decoder says before
 * it validates, and what it answers to an apiVersion that it does not serve.
 *
 * @see https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/field/errors.go
 */
export type RejectionKind =
  | 'Required'
  | 'Invalid'
  | 'NotSupported'
  | 'Forbidden'
  | 'Duplicate'
  | 'NotFound'
  | 'TooLong'
  | 'TooMany'
  | 'TypeInvalid'
  | 'UnknownField'
  | 'WrongType'
  | 'NotServed';

/** The path of an object as a whole, as the API server writes it. */
export const WHOLE = '[]';

/** One reason for which the API server refuses an object. */
export interface Rejection {
  readonly kind: RejectionKind;
  /** The API server's own field path: `spec.template.spec.containers[0].livenessProbe`. */
  readonly path: string;
  /** One sentence that begins with the path. */
  readonly message: string;
  /** All the fields that it compares, where it is about more than the value at its path. */
  readonly about?: readonly string[];
  /** What to do instead, where it can be said: for a field that cannot be changed, for an apiVersion that is gone. */
  readonly fix?: string;
}
