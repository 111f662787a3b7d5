/** A class of cdk8s-plus, constructors that are private included. */
export interface PlusClass<T> {
  readonly name: string;
  readonly prototype: T;
}

/**
 * Gives an object of one cdk8s-plus the type that another has for it. The classes of all of them are one at run time,
 * but TypeScript tells them apart by their private members:
 *
 * ```ts
 * import * as kplus from 'cdk8s-plus-33';
 *
 * kplus.IngressBackend.fromService(viewAs(kplus.Service, cart.service));
 * ```
 *
 * A member that only the newer class has is not there.
 *
 * @throws if the object is of a class of another name
 */
export function viewAs<T extends object>(type: PlusClass<T>, object: object): T {
  const names = classNames(object);
  if (names.includes(type.name)) return object as T;
  throw new Error(`the object is a ${names[0]}, not a ${type.name}: give the class of that name, or another object`);
}

function classNames(object: object): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (typeof prototype !== 'object' || prototype === null) return [];
  return [prototype.constructor.name, ...classNames(prototype)];
}
