// A job as a program writes it that has neither this package nor cdk8s: the plugin reads what was synthesized.
const { mkdirSync, writeFileSync } = require('node:fs');

const job = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'reindex' },
  spec: {
    template: {
      spec: { restartPolicy: 'Never', containers: [{ name: 'reindex', image: 'registry.example.com/reindex' }] },
    },
  },
};
mkdirSync(process.env.CDK8S_OUTDIR, { recursive: true });
writeFileSync(`${process.env.CDK8S_OUTDIR}/shop.k8s.yaml`, JSON.stringify(job));
