import type { IConstruct } from 'constructs';
import { checkCount } from '../lifecycle/numbers';
import type { PodAmount } from '../lifecycle/pod-amount';
import type { Resources } from '../lifecycle/resources';
import { ScopeSettings } from './scope-settings';

/** What differs between environments. */
export interface ProfileProps {
  /**
   * Replicas of services, workers and stateful services.
   * @default 3
   */
  readonly replicas?: number;
  /**
   * Resources of main containers.
   * @default - each construct's own
   */
  readonly resources?: Resources;
  /**
   * How many pods a node drain may take at once.
   * @default PodAmount.pods(1)
   */
  readonly disruptionBudget?: PodAmount;
}

const SETTINGS = new ScopeSettings<ProfileProps>('Profile');

/** What differs between dev, staging and production, for everything below a scope. Props of a construct win. */
export class Profile {
  /** The profile of a scope. */
  public static of(scope: IConstruct): Profile {
    return new Profile(scope);
  }

  /** @internal */
  public static _read(construct: IConstruct): ProfileProps {
    return SETTINGS.read(construct);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Sets values for everything below the scope.
   * @throws if a construct below has already read them, or a number is negative
   */
  public set(props: ProfileProps): void {
    for (const [name, value] of Object.entries(props)) if (typeof value === 'number') checkCount(value, name);
    SETTINGS.set(this.scope, props);
  }
}
