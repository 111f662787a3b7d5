import type * as Check from '../../check';

/**
 * Loads the rules at the first synthesis, so that a program which only imports a construct does not pay for them. A
 * synthesis is synchronous, and `require` is the only way to load a module then; its types are those of the import above.
 */
export function loadCheck(): typeof Check {
  return require('../../check');
}
