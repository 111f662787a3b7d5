import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { Image, Resources, Worker } from '../../../lib';
import { callerLocation } from '../../../lib/constructs/synth/source-location';

const HOST_CALLS = Symbol.for('jsii.context.hostStackTrace');
const host = globalThis as { [HOST_CALLS]?: unknown };

beforeEach(() => {
  process.env.JSII_AGENT = 'Python/3.13.1';
});

afterEach(() => {
  delete process.env.JSII_AGENT;
  delete host[HOST_CALLS];
  jest.restoreAllMocks();
});

/** Invokes a method as a jsii kernel does: from the class of the object, where that has it. */
function invoke(object: object, method: string): unknown {
  return object.constructor.prototype[method].call(object);
}

function queueIn(outdir: string) {
  const app = new App({ outdir });
  const chart = new Chart(app, 'shop');
  const image = Image.of('registry.example.com/queue:1.4.2');
  const worker = new Worker(chart, 'queue', { image, resources: Resources.of({ cpu: '250m', memory: '256Mi' }) });
  return { app, worker };
}

describe('the line that made a construct', () => {
  test("is told nowhere where the host tells none: the kernel's own files are no place in a program", () => {
    expect(callerLocation()).toBeUndefined();
  });

  test("is the Python program's, outside of installed packages", () => {
    const packages = join(process.cwd(), '.venv/lib/python3.13/site-packages');
    host[HOST_CALLS] = [
      [join(packages, 'cdk8s_lifecycle/__init__.py'), 9000, 0, '__init__'],
      [join(packages, 'acme_platform/__init__.py'), 80, 0, '__init__'],
      [join(process.cwd(), 'shop/charts.py'), 12, 0, '__init__'],
      [join(process.cwd(), 'shop/main.py'), 4, 0, '<module>'],
    ];
    expect(callerLocation()).toEqual({ file: 'shop/charts.py', line: 12 });
  });

  test("is the Java program's, outside of the libraries that it calls", () => {
    host[HOST_CALLS] = [
      ['ZeroDowntimeService.java', 30, 0, 'io.github.cdk8slifecycle.ZeroDowntimeService.<init>'],
      ['ZeroDowntimeService.java', 900, 0, 'io.github.cdk8slifecycle.ZeroDowntimeService$Builder.build'],
      ['Shop.java', 21, 0, 'com.example.Shop.main'],
    ];
    expect(callerLocation()).toEqual({ file: 'Shop.java', line: 21 });
  });
});

describe('a method that this package puts before that of a class', () => {
  test('is what a kernel invokes: the JSON of an object has everything that a construct writes', () => {
    const { worker } = queueIn('dist');
    const object = ApiObject.of(worker.deployment);
    expect(invoke(object, 'toJson')).toEqual(object.toJson());
    expect(object.toJson().metadata.annotations).toMatchObject({ 'cdk8s-lifecycle/construct': 'shop/queue' });
  });

  test('leaves an object its class', () => {
    const { app, worker } = queueIn('dist');
    expect(app).toBeInstanceOf(App);
    expect(app.constructor.name).toBe('App');
    expect(ApiObject.of(worker.deployment).constructor.name).toBe('KubeDeployment');
  });

  describe('writes the map of constructs when a kernel invokes synth', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jsii-host-'));
    const map = join(folder, 'shop.constructs.json');

    beforeEach(() => {
      jest.spyOn(process, 'cwd').mockReturnValue(folder);
      jest.replaceProperty(process, 'env', {
        ...process.env,
        CDK8S_OUTDIR: undefined,
        CDK8S_LIFECYCLE_CONSTRUCTS: map,
      });
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('with the lines that the host told', () => {
      host[HOST_CALLS] = [[join(folder, 'shop.py'), 7, 0, '<module>']];
      invoke(queueIn(join(folder, 'dist')).app, 'synth');
      expect(JSON.parse(readFileSync(map, 'utf8')).constructs).toEqual({ 'shop/queue': { file: 'shop.py', line: 7 } });
    });

    test('and no line where the host told none', () => {
      rmSync(map);
      invoke(queueIn(join(folder, 'without')).app, 'synth');
      expect(existsSync(join(folder, 'without/shop.k8s.yaml'))).toBe(true);
      expect(JSON.parse(readFileSync(map, 'utf8')).constructs).toEqual({});
    });
  });
});
