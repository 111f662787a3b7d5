import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peerDependencies, version } from '../../package.json';
import { ROOT } from '../packing/project';
import { generate } from './bindings';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-dotnet-'));
const read = (...path: string[]) => readFileSync(join(folder, 'dotnet/Cdk8sLifecycle', ...path), 'utf8');

beforeAll(() => generate('dotnet', ROOT, folder));
afterAll(() => rmSync(folder, { recursive: true }));

test('the project for .NET is generated, with a package reference for each peer', () => {
  const project = read('Cdk8sLifecycle.csproj');
  expect(project).toContain(`<PackageVersion>${version}</PackageVersion>`);
  const references = [...project.matchAll(/<PackageReference Include="([^"]+)" Version="([^"]+)"/g)];
  expect(references.map(([, name]) => name)).toEqual(
    expect.arrayContaining(['Org.Cdk8s', 'Org.Cdk8s.Plus28', 'Constructs', 'Amazon.JSII.Runtime']),
  );
  expect(references.find(([, name]) => name === 'Org.Cdk8s')?.[2]).toBe(`[${peerDependencies.cdk8s.slice(1)},3.0.0)`);
});

test('`explicit`, which C# reserves, is a method like any other there: names begin with a capital', () => {
  expect(read('Cdk8sLifecycle/Resources.cs')).toMatch(/public static \S+Resources Explicit\(/);
});
