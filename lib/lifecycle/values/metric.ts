import { checkArgument, checkOptions } from '../arguments/check';
import { map } from '../arguments/collections';
import { instanceOf } from '../arguments/instance';
import { required } from '../arguments/kind';
import { text } from '../arguments/scalars';
import { nested, struct } from '../arguments/struct';
import { METRIC_TARGET, type MetricTarget, type MetricTargetType } from './metric-target';

/** An object of the cluster, by API, kind and name, in the namespace of the one that refers to it. */
export interface CrossVersionObjectReference {
  /** Group and version, such as `argoproj.io/v1alpha1`. */
  readonly apiVersion: string;
  /** Kind, such as `Rollout`. */
  readonly kind: string;
  /** Name. */
  readonly name: string;
}

/** Which series of a metric counts. */
export interface MetricOptions {
  /**
   * Labels that the series must have.
   * @default - all series of the metric
   */
  readonly matchLabels?: { readonly [name: string]: string };
}

export const CROSS_VERSION_OBJECT_REFERENCE = struct<CrossVersionObjectReference>('CrossVersionObjectReference', {
  apiVersion: required(text("group and version, such as 'argoproj.io/v1alpha1'")),
  kind: required(text("a kind, such as 'Rollout'")),
  name: required(text('the name of the object')),
});

export const METRIC_OPTIONS = struct<MetricOptions>('MetricOptions', { matchLabels: map(text()) });

/**
 * A metric that an autoscaler follows. Of several metrics, the one that asks for most pods counts.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export class Metric {
  /** Use of `cpu` or `memory` by whole pods, sidecars included: MetricTarget.utilization or .averageValue. */
  public static resource(resource: string, target: MetricTarget): Metric {
    checkArgument('Metric.resource', 'resource', text("'cpu' or 'memory'"), resource);
    return Metric.of('Resource', 'resource', { name: resource }, target, ['Utilization', 'AverageValue']);
  }

  /** Use of `cpu` or `memory` by one container of the pods: MetricTarget.utilization or .averageValue. */
  public static containerResource(container: string, resource: string, target: MetricTarget): Metric {
    checkArgument('Metric.containerResource', 'container', text('the name of the container'), container);
    checkArgument('Metric.containerResource', 'resource', text("'cpu' or 'memory'"), resource);
    const fields = { name: resource, container };
    return Metric.of('ContainerResource', 'containerResource', fields, target, ['Utilization', 'AverageValue']);
  }

  /** A metric that each pod has, from the custom metrics API: MetricTarget.averageValue. */
  public static pods(metric: string, target: MetricTarget, options: MetricOptions = {}): Metric {
    return Metric.of('Pods', 'pods', { metric: series('pods', metric, options) }, target, ['AverageValue']);
  }

  /** A metric of another object, such as an Ingress, from the custom metrics API: MetricTarget.value or .averageValue. */
  public static object(
    object: CrossVersionObjectReference,
    metric: string,
    target: MetricTarget,
    options: MetricOptions = {},
  ): Metric {
    checkArgument('Metric.object', 'object', nested(CROSS_VERSION_OBJECT_REFERENCE), object);
    const fields = { describedObject: { ...object }, metric: series('object', metric, options) };
    return Metric.of('Object', 'object', fields, target, ['Value', 'AverageValue']);
  }

  /** A metric from outside the cluster, such as the length of a queue: MetricTarget.averageValue or .value. */
  public static external(metric: string, target: MetricTarget, options: MetricOptions = {}): Metric {
    const fields = { metric: series('external', metric, options) };
    return Metric.of('External', 'external', fields, target, ['AverageValue', 'Value']);
  }

  private static of(
    type: string,
    field: string,
    fields: Readonly<Record<string, unknown>>,
    target: MetricTarget,
    allowed: readonly MetricTargetType[],
  ): Metric {
    checkArgument(`Metric.${field}`, 'target', METRIC_TARGET, target);
    if (!allowed.includes(target._type)) {
      const names = allowed.map((each) => `MetricTarget.${each.charAt(0).toLowerCase()}${each.slice(1)}`);
      throw new Error(`Metric.${field}: 'target' (${target}) is of no use here: give ${names.join(' or ')}`);
    }
    return new Metric({ type, [field]: { ...fields, target: target._json } });
  }

  private constructor(
    /** @internal */
    public readonly _json: Readonly<Record<string, unknown>>,
  ) {}
}

export const METRIC = instanceOf(Metric, {
  wanted: 'a Metric',
  give: "Metric.external('queue_length', MetricTarget.averageValue('30'))",
});

function series(factory: string, name: string, options: MetricOptions): Readonly<Record<string, unknown>> {
  checkArgument(`Metric.${factory}`, 'metric', text("the name of a metric, such as 'queue_length'"), name);
  const { matchLabels } = checkOptions(`Metric.${factory}`, METRIC_OPTIONS, options);
  return { name, ...(matchLabels !== undefined && { selector: { matchLabels: { ...matchLabels } } }) };
}
