import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';

/** A chart whose objects live in a namespace of the chart's own name, which it brings along. */
export class NamespacedChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: id });
    const namespace = new ApiObject(this, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: id } });
    // A Namespace is in no namespace itself, and cdk8s puts every object of a chart into the chart's.
    namespace.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
}
