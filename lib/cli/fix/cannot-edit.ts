/** Why a text cannot be changed at a place without touching something else. */
export class CannotEdit extends Error {
  public override readonly name = 'CannotEdit';
}
