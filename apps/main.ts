import { join } from 'node:path';
import { App } from 'cdk8s';
import { APPS } from './apps';

// `cdk8s synth` names the folder; a run without it writes to the same one.
process.env.CDK8S_OUTDIR ??= join('dist', 'manifests');

for (const { name, build } of APPS) {
  const app = new App({ outdir: join(process.env.CDK8S_OUTDIR, name) });
  build(app);
  app.synth();
}
