import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, run } from '../packing/project';
import { generate, need, runHosted, shopOfTypeScript } from './bindings';

const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
const folder = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-java-'));
const source = join(__dirname, 'java/Shop.java');

beforeAll(() => {
  need('javac', ['-version'], 'a JDK, 11 or newer');
  need('mvn', ['-version'], 'Maven');
  cpSync(join(__dirname, 'java/pom.xml'), join(folder, 'pom.xml'));
  run('mvn', ['--quiet', '--batch-mode', COPY, '-DoutputDirectory=jars'], folder);
  // The jar of cdk8s-plus-28 is not on every mirror of Maven Central: its code is generated too.
  const main = [ROOT, join(ROOT, 'node_modules/cdk8s-plus-28')].map((each, index) =>
    join(generate('java', each, join(folder, `bindings-${index}`)), 'src/main'),
  );
  const sources = main.map((each) => join(each, 'java')).join(':');
  run('javac', ['-proc:none', '-d', 'classes', '-cp', 'jars/*', '-sourcepath', sources, source], folder);
  for (const each of main) cpSync(join(each, 'resources'), join(folder, 'classes'), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the README's app compiles in Java, and gives the same bytes of YAML as in TypeScript", () => {
  const { status, stderr } = runHosted('java', ['-cp', 'classes:jars/*', 'Shop'], folder);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readFileSync(join(folder, 'dist/shop.k8s.yaml'), 'utf8')).toBe(shopOfTypeScript());
});

test('the map for diagnose tells the line of Java', () => {
  runHosted('java', ['-cp', 'classes:jars/*', 'Shop'], folder, {
    JSII_HOST_STACK_TRACES: '1',
    CDK8S_LIFECYCLE_CONSTRUCTS: 'dist.constructs.json',
  });
  const { constructs } = JSON.parse(readFileSync(join(folder, 'dist.constructs.json'), 'utf8'));
  const lines = readFileSync(source, 'utf8').split('\n');
  const start = lines.findIndex((line) => line.includes('ZeroDowntimeService.Builder'));
  const end = lines.findIndex((line) => line.includes('BatchJob.Builder'));
  expect(constructs['shop/cart'].file).toBe('Shop.java');
  expect(constructs['shop/cart'].line - 1).toBeGreaterThanOrEqual(start);
  expect(constructs['shop/cart'].line - 1).toBeLessThan(end);
});
