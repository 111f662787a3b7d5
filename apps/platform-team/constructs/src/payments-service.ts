import type { Duration } from 'cdk8s';
import {
  EnvValue,
  HealthCheck,
  HealthChecks,
  Image,
  Resources,
  RollingUpdate,
  ZeroDowntimeService,
} from 'cdk8s-lifecycle';
import { Construct } from 'constructs';
import { EnvironmentChart } from './environment-chart';

const REGISTRY = 'registry.acme.example';
const PORT = 8080;

/** Properties of a PaymentsService. */
export interface PaymentsServiceProps {
  /** Release of the service, such as `4.1.0`; its image is called like the service. */
  readonly release: string;
  /** Path below the environment's domain. */
  readonly path: string;
  /** The longest that a payment takes, bank included: a pod that stops finishes what it has begun. */
  readonly longestPayment: Duration;
  /**
   * Settings, as environment variables.
   * @default - none
   */
  readonly config?: { readonly [name: string]: string };
  /**
   * Files by absolute path.
   * @default - none
   */
  readonly files?: { readonly [path: string]: string };
  /**
   * Names of environment variables, and the keys of the Secret `<service>-credentials` that hold their values.
   * @default - none
   */
  readonly credentials?: { readonly [name: string]: string };
}

/**
 * A service that handles payments, as Acme runs every one of them: behind the company's gateway, never below full
 * capacity during an update, with a telemetry collector that outlives it, and in production as many pods as the load asks for.
 */
export class PaymentsService extends Construct {
  /** The service underneath. */
  public readonly service: ZeroDowntimeService;

  public constructor(scope: Construct, id: string, props: PaymentsServiceProps) {
    super(scope, id);
    const { domain, maxReplicas } = EnvironmentChart.environmentOf(this).props;
    const secret = `${id}-credentials`;
    this.service = new ZeroDowntimeService(this, id, {
      image: Image.of(`${REGISTRY}/payments/${id}:${props.release}`),
      port: PORT,
      health: HealthChecks.http(),
      drainsWithin: props.longestPayment,
      rollingUpdate: RollingUpdate.fullCapacity(),
      config: props.config,
      files: props.files,
      env: Object.fromEntries(
        Object.entries(props.credentials ?? {}).map(([name, key]) => [name, EnvValue.fromSecret(secret, key)]),
      ),
      httpRoute: { gateway: 'acme', gatewayNamespace: 'gateway', hostnames: [`pay.${domain}`], path: props.path },
      ...(maxReplicas !== undefined && { autoscaling: { maxReplicas, cpuUtilization: 60 } }),
      sidecars: [
        {
          name: 'telemetry',
          image: Image.of(`${REGISTRY}/platform/otel-collector:0.128.0`),
          ports: [{ name: 'health', port: 13133 }],
          health: HealthChecks.of({ liveness: HealthCheck.http({ path: '/' }) }),
          resources: Resources.of({ cpu: '20m', memory: '64Mi' }),
        },
      ],
    });
  }
}
