import { KubernetesVersion } from '../../lib';
import { admit, admitUpdate } from '../../lib/admission';

const service = (port: number) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart' },
  spec: { clusterIP: 'None', ports: [{ port }] },
});
for (const { message } of admit(service(70000), KubernetesVersion.V1_34)) console.log(message);

const claim = (storage: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
});
for (const { message } of admitUpdate(claim('2Gi'), claim('1Gi'), KubernetesVersion.V1_34)) console.log(message);
