import { ApiObject, Chart, Duration, JsonPatch } from 'cdk8s';
import { KubernetesVersion, Platform, Profile, Rules, TrafficRoute } from 'cdk8s-lifecycle';
import type { Construct, IConstruct } from 'constructs';
import { Environment } from './environment';

/** Which chart is for which environment. To `instanceof`, every chart of cdk8s is one of these. */
const ENVIRONMENTS = new WeakMap<IConstruct, Environment>();

/** Everything that a team runs in one environment, in a namespace `<team>-<environment>`. */
export class EnvironmentChart extends Chart {
  /**
   * The environment that a construct is in.
   * @throws if no chart above it is one of these
   */
  public static environmentOf(construct: IConstruct): Environment {
    const chart = construct.node.scopes.find((scope) => ENVIRONMENTS.has(scope));
    const environment = chart && ENVIRONMENTS.get(chart);
    if (environment !== undefined) return environment;
    throw new Error(`'${construct.node.path}' is in no environment: create it below an EnvironmentChart`);
  }

  public constructor(scope: Construct, team: string, environment: Environment) {
    const namespace = `${team}-${environment.name}`;
    super(scope, namespace, { namespace });
    ENVIRONMENTS.set(this, environment);
    new ApiObject(this, 'namespace', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    }).addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    Platform.of(this).set({
      kubernetesVersion: KubernetesVersion.V1_32,
      registries: [{ host: 'registry.acme.example', pullSecret: 'acme-registry' }],
      // Measured on our gateway: it sends to a deleted pod for up to 11 s, and to a new one after 4 s at the latest.
      route: TrafficRoute.custom({
        withdrawalLag: Duration.seconds(12),
        preStop: Duration.seconds(15),
        registrationLag: Duration.seconds(5),
      }),
    });
    Profile.of(this).set(environment.props.profile);
    if (environment === Environment.DEV) {
      Rules.of(this).acknowledge(
        'replicas-survive-one-loss',
        'dev may be away for a moment: nobody but us waits for it',
      );
    }
  }
}
