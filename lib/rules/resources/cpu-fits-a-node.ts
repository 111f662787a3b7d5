import { formatDecimal, ONE, parseQuantity } from '../../kubernetes/text/quantity';
import { LIMITS } from '../../lifecycle/documented-defaults';
import { podQuantities } from '../reading/quantities';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const cpuFitsANode = defineRule({
  id: 'cpu-fits-a-node',
  topic: 'resources',
  since: '0.1.0',
  severity: 'info',
  title: 'A container asks for no more CPU than a large node has',
  why: 'A quantity of CPU without a unit is whole cores: `1000`, meant as thousandths, is a thousand of them. As a request no node has them and the pod stays Pending; as a limit it limits nothing.',
  fix: 'Write thousandths of a core with "m", such as `1000m` for one core; where that many cores are meant, acknowledge it with the reason.',
  see: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-cpu'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          resources: { requests: { cpu: '1000', memory: 256Mi }, limits: { memory: 256Mi } }
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          resources: { requests: { cpu: 1000m, memory: 256Mi }, limits: { memory: 256Mi } }
`,
  looksAt: isRunning,
  *check(object) {
    for (const { resource, value, path, subject, container } of podQuantities(object)) {
      const nano = resource === 'cpu' ? parseQuantity(value) : undefined;
      if (nano === undefined || nano <= LIMITS.nodeCores.value * ONE) continue;
      yield {
        message: `${subject} ${formatDecimal(nano)} CPU cores, and few nodes have more than ${LIMITS.nodeCores.value}`,
        path,
        fix: /^\d+$/.test(String(value))
          ? `Write "${value}m" if thousandths of a core are meant; where that many cores are meant, acknowledge it with the reason.`
          : undefined,
        container,
      };
    }
  },
});
