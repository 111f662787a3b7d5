import type { PageOrigin } from '../../../lib/rollout/picture/page-footer';

/** Where the pages of the tests come from. */
export const ORIGIN: PageOrigin = {
  version: '1.2.3',
  kubernetesVersion: '1.34',
  seed: 7,
  inputs: [
    { role: 'Manifests', files: ['k8s/cart.yaml', 'k8s/web.yaml'] },
    { role: 'Running now', files: [] },
  ],
  fileOf: () => 'k8s/cart.yaml',
};
