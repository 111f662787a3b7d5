import { integerOf } from '../../kubernetes/views/json';
import { updateStrategyOf } from '../../workloads/update-strategy';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const statefulsetUpdatesAll = defineRule({
  id: 'statefulset-updates-all',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'info',
  title: 'A StatefulSet updates all of its pods',
  why: 'Pods with an ordinal below the partition keep the old template, even when they are created anew: a staged rollout that nobody has finished looks just like this.',
  fix: 'Set `partition` back to 0 once the staged pods have proved well.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#partitions'],
  bad: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  replicas: 3
  serviceName: db
  updateStrategy:
    rollingUpdate: { partition: 2 }
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: postgres, image: 'postgres:16.4' }]
`,
  good: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  replicas: 3
  serviceName: db
  updateStrategy:
    rollingUpdate: { partition: 0 }
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: postgres, image: 'postgres:16.4' }]
`,
  looksAt: (object, context) => isRunning(object, context) && object.workload.kind === 'StatefulSet',
  *check({ workload }) {
    const strategy = workload === undefined ? undefined : updateStrategyOf(workload);
    const partition = integerOf(strategy?.rolling.partition) ?? 0;
    if (strategy === undefined || partition <= 0) return;
    yield {
      message: `partition is ${partition}, so the pods 0 to ${partition - 1} keep the old template`,
      path: `${strategy.rollingPath}.partition`,
    };
  },
});
