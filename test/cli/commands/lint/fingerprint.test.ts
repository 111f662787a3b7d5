import { fingerprintOf, keyOf } from '../../../../lib/cli/commands/lint/fingerprint';
import { lintDocuments } from '../../../../lib/cli/commands/lint/lint-documents';
import { readManifests } from '../../../../lib/cli/input/read-manifests';
import { NO_SETTINGS } from '../../../../lib/cli/settings/settings';
import { web } from '../../fix/fixed';

async function keys(text: string): Promise<readonly string[]> {
  async function* stdin() {
    yield text;
  }
  const read = await readManifests(['-'], { stdin: stdin() });
  const { findings } = await lintDocuments(read, { ...NO_SETTINGS, only: ['prestop-exists'] });
  return findings.map((finding) => keyOf(fingerprintOf(finding)));
}

test('positions give way to names, so that what moves is the same', async () => {
  const key = 'prestop-exists|Deployment web|spec.template.spec.containers[web]';
  expect(await keys(web())).toEqual([key]);
  const sidecar = '      containers:\n        - { name: helper, image: "a:1.0.0" }\n';
  expect(await keys(`# moved\n${web().replace('      containers:\n', sidecar)}`)).toEqual([key]);
});

test('another object is another finding', async () => {
  expect(await keys(web({ metadata: 'namespace: shop' }))).toEqual([
    'prestop-exists|Deployment shop/web|spec.template.spec.containers[web]',
  ]);
});
