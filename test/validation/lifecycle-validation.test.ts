import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LifecycleValidation } from '../../lib/validation';
import type { ReportedViolation, ValidationContext } from '../../lib/validation/cli-contract';

const ROOT = join(__dirname, '../..');

const web = (name: string, construct?: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, ...(construct === undefined ? {} : { annotations: { 'cdk8s-lifecycle/construct': construct } }) },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name, image: `example.com/${name}:1.0.0`, ports: [{ containerPort: 80 }] }] },
    },
  },
});

async function validate(properties: Record<string, unknown>, ...manifests: unknown[]) {
  const violations: ReportedViolation[] = [];
  const submitted: string[] = [];
  const metadata: ValidationContext['metadata'] = { web: { path: 'shop/web/Resource' }, cart: { path: 'shop/other' } };
  const context: ValidationContext = {
    manifests: ['dist/shop.k8s.yaml'],
    metadata,
    report: { addViolation: (each) => violations.push(each), submit: (status) => submitted.push(status) },
    parseManifest: () => [...manifests, null],
  };
  await new LifecycleValidation(properties).validate(context);
  return { violations, submitted, metadata };
}

test('a clean app is submitted as a success, once', async () => {
  const { violations, submitted } = await validate(
    {},
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } },
  );
  expect(violations).toEqual([]);
  expect(submitted).toEqual(['success']);
});

test('warnings are reported, and fail only where they are to', async () => {
  const rules = ['prestop-exists'];
  expect(await validate({ rules }, web('web'))).toMatchObject({
    submitted: ['success'],
    violations: [
      {
        ruleName: 'prestop-exists',
        recommendation: expect.stringMatching(/^\(warning\) /),
        violatingResources: [
          {
            resourceName: 'Deployment web',
            locations: [expect.stringMatching(/^spec\.template\.spec\.containers\[0\]: container "web" /)],
            manifestPath: 'dist/shop.k8s.yaml',
          },
        ],
      },
    ],
  });
  expect((await validate({ rules, failOn: 'warning' }, web('web'))).submitted).toEqual(['failure']);
  expect((await validate({ rules, report: 'error' }, web('web'))).violations).toEqual([]);
});

test('the construct path is that of the annotation, else of the one object with the name', async () => {
  const settings = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'cart' } };
  const { metadata } = await validate(
    { rules: ['prestop-exists'] },
    web('web'),
    web('cart'),
    settings,
    web('pay', 'a/b'),
  );
  expect(metadata['Deployment web']).toEqual({ path: 'shop/web/Resource' });
  expect(metadata['Deployment cart']).toBeUndefined();
  expect(metadata['Deployment pay']).toEqual({ path: 'a/b' });
});

test.each([
  [{ failon: 'error' }, 'unknown property "failon"; did you mean "failOn"?'],
  [{ failOn: 'fatal' }, 'unknown severity "fatal"; write one of error, warning, info'],
  [{ rules: ['prestop-exist'] }, 'unknown rule "prestop-exist"; did you mean "prestop-exists"?'],
  [{ kubernetesVersion: '1.2' }, "unknown Kubernetes version '1.2'"],
])('%j is refused', (properties, message) => {
  expect(() => new LifecycleValidation(properties)).toThrow(message);
});

test('the real cdk8s-cli runs it and shows construct paths', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'validation-'));
  try {
    const { stdout, code } = await synth(folder);
    expect(code).toBe(2);
    expect(stdout).toMatch(/prestop-exists \(2 occurrences\)/);
    expect(stdout).toContain('Construct Path: shop/cart-of-ours');
    expect(stdout).toMatch(
      /Construct Path: shop\/web\S*\n\s+- Manifest Path: .+\n\s+- Resource Name: Deployment shop-web-/,
    );
    const report: unknown = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(JSON.stringify(report)).toContain('"status":"failure"');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

function synth(folder: string): Promise<{ readonly stdout: string; readonly code: number }> {
  const cli = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');
  const report = `--validation-reports-output-file=${join(folder, 'report.json')}`;
  const argv = [cli, 'synth', '--check-upgrade=false', '--output', join(folder, 'out'), report];
  const env = { ...process.env, NODE_OPTIONS: '--require ts-node/register' };
  return new Promise((resolve) => {
    const cwd = join(__dirname, 'fixture');
    const child = execFile(process.execPath, argv, { cwd, env }, (_, stdout, stderr) =>
      resolve({ stdout: stdout + stderr, code: child.exitCode ?? -1 }),
    );
  });
}
