import { type ProfileProps, Resources } from 'cdk8s-lifecycle';

/** What differs between Acme's environments. */
export interface EnvironmentProps {
  /** Domain below which the services are reached. */
  readonly domain: string;
  /** Replicas, resources and budgets of everything that does not say otherwise. */
  readonly profile: ProfileProps;
  /** Most pods of a service that follows its load; undefined where the number of pods is fixed. */
  readonly maxReplicas?: number;
}

/** One of Acme's environments. */
export class Environment {
  /** One pod of each: what breaks here breaks for the team alone. */
  public static readonly DEV = new Environment('dev', {
    domain: 'dev.acme.example',
    profile: { replicas: 1, resources: Resources.of({ cpu: '50m', memory: '128Mi' }) },
  });

  /** Production in small: as many pods as an update or the loss of a node needs to lose nothing. */
  public static readonly STAGING = new Environment('staging', {
    domain: 'staging.acme.example',
    profile: { replicas: 3, resources: Resources.of({ cpu: '100m', memory: '256Mi' }) },
  });

  /** Where the money is. */
  public static readonly PRODUCTION = new Environment('production', {
    domain: 'acme.example',
    profile: { replicas: 4, resources: Resources.of({ cpu: '500m', memory: '512Mi' }) },
    maxReplicas: 20,
  });

  /** All of them, in the order in which a release passes through them. */
  public static all(): Environment[] {
    return [Environment.DEV, Environment.STAGING, Environment.PRODUCTION];
  }

  private constructor(
    public readonly name: string,
    public readonly props: EnvironmentProps,
  ) {}
}
