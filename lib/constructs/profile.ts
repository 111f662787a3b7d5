import type { IConstruct } from 'constructs';
import { wholeNumber } from '../lifecycle/arguments/scalars';
import { struct } from '../lifecycle/arguments/struct';
import { DISRUPTION_BUDGET, type DisruptionBudget } from '../lifecycle/values/disruption-budget';
import { RESOURCES, type Resources } from '../lifecycle/values/resources';
import { checkScope, checkSettings } from './check-props';
import { ScopeSettings } from './synth/scope-settings';

/** Settings that differ between environments. */
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
   * @default DisruptionBudget.maxUnavailable(PodAmount.pods(1))
   */
  readonly disruptionBudget?: DisruptionBudget;
}

export const PROFILE_PROPS = struct<ProfileProps>('ProfileProps', {
  replicas: wholeNumber(),
  resources: RESOURCES,
  disruptionBudget: DISRUPTION_BUDGET,
});

const SETTINGS = new ScopeSettings<ProfileProps>('Profile');

/** Settings that differ between dev, staging and production, for everything below a scope. Props of a construct win. */
export class Profile {
  /** The profile of a scope. */
  public static of(scope: IConstruct): Profile {
    return new Profile(checkScope('Profile.of', scope));
  }

  /** @internal */
  public static _read(construct: IConstruct): ProfileProps {
    return SETTINGS.read(construct);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Sets values for everything below the scope.
   * @throws if a construct below has already read them, or one is of the wrong type or unknown
   */
  public set(props: ProfileProps): void {
    SETTINGS.set(this.scope, checkSettings(this.scope, 'Profile', PROFILE_PROPS, props));
  }
}
