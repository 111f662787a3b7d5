import type { Construct } from 'constructs';
import type { Resources } from '../lifecycle/resources';
import type { ProfileProps } from './profile';

/**
 * The resources of a main container: the construct's own, else the Profile's.
 *
 * @throws if neither gives any, since no default is right
 */
export function requiredResources(construct: Construct, own: Resources | undefined, profile: ProfileProps): Resources {
  const resources = own ?? profile.resources;
  if (resources !== undefined) return resources;
  throw new Error(
    `'${construct.node.path}' has no 'resources': give them, such as Resources.of({ cpu: '250m', memory: '256Mi' }), or set them in a Profile above`,
  );
}
