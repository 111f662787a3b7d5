import type { SetObject } from '../../kubernetes/set/manifest-set';
import { objectOf, stringOf } from '../../kubernetes/views/json';
import { selectedBy } from '../../workloads/services';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const statefulsetServiceExists = defineRule({
  id: 'statefulset-service-exists',
  topic: 'wiring',
  since: '0.1.0',
  severity: 'warning',
  title: 'The Service of a StatefulSet is headless and selects its pods',
  why: 'The pods of a StatefulSet get their stable names (`db-0.db`) from the Service in `serviceName`. Where it is missing, is not headless or selects other pods, these names do not resolve, and members do not find each other.',
  fix: 'Add a Service of that name with `clusterIP: None` and the labels of the pods.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id'],
  bad: `
apiVersion: v1
kind: Service
metadata: { name: db }
spec:
  selector: { app: db }
  ports: [{ port: 5432 }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: postgres, image: 'postgres:16.4' }]
`,
  good: `
apiVersion: v1
kind: Service
metadata: { name: db }
spec:
  clusterIP: None
  selector: { app: db }
  ports: [{ port: 5432 }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: postgres, image: 'postgres:16.4' }]
`,
  looksAt: (object, context) => isRunning(object, context) && object.workload.kind === 'StatefulSet',
  *check(object, { set }) {
    const name = stringOf(object.workload?.spec.serviceName);
    if (!name || set.ofKind('Service', '').length === 0) return;
    const services = set.named('Service', object.namespace, name, '');
    const governs = (service: SetObject) =>
      isHeadless(service) && (selectedBy(set, service) ?? []).some(({ identity }) => identity === object.identity);
    if (services.some(governs)) return;
    const problem =
      services.length === 0
        ? 'which is not there'
        : services.some(isHeadless)
          ? 'which selects other pods'
          : 'which is not headless';
    yield { message: `serviceName names Service "${name}", ${problem}`, path: 'spec.serviceName' };
  },
});

function isHeadless({ manifest }: SetObject): boolean {
  return objectOf(manifest.spec).clusterIP === 'None';
}
