import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Manifest } from '../../kubernetes/views/manifest';
import type { Registry } from './registered';

/** An object of an App as it is now. */
export interface Owned {
  readonly object: ApiObject;
  readonly manifest: Manifest;
  /** The nearest construct of this package above the object; undefined for objects of others. */
  readonly owner: IConstruct | undefined;
}

/** Reads every object of an App; undefined where one cannot be serialized. */
export function readAll(root: IConstruct, registry: Registry): readonly Owned[] | undefined {
  const objects = root.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
  try {
    return objects.map((object) => {
      const owner = [...object.node.scopes].reverse().find((scope) => registry.has(scope));
      return { object, manifest: object.toJson() as Manifest, owner };
    });
  } catch {
    return undefined;
  }
}
