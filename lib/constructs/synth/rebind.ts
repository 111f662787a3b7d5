import { showOwnMethods } from './jsii-host';

/**
 * Puts functions of ours in the place of methods of one object of cdk8s. This is the only place where that is done, and
 * it is done to three methods, since cdk8s has no other way:
 *
 * - `App.synth` and `App.synthYaml`, which tell nobody when the tree is final, and validate the App anew for each chart;
 * - `ApiObject.toJson`, which the generated types of cdk8s-plus-28 filter behind all resolvers: they drop what
 *   Kubernetes 1.28 did not know, and numbers where they expect a wrapper (cdk8s issue 2172).
 *
 * The classes and all other objects stay as they are.
 */
export function rebind<R, K extends string>(
  object: { [method in K]: () => R },
  methods: readonly K[],
  wrap: (original: () => R, method: K) => R,
): void {
  for (const method of methods) {
    const original = object[method].bind(object);
    Object.assign(object, { [method]: () => wrap(original, method) });
  }
  showOwnMethods(object);
}
