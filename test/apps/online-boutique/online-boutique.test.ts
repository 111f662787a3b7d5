import { onlineBoutique } from '../../../apps/online-boutique';
import { type JsonObject, listOf, objectOf, objectsOf, valueAt } from '../../../lib/kubernetes/views/json';
import { labelsOf } from '../../../lib/kubernetes/views/manifest';
import { differences } from '../differences';
import { byIdentity, synthesized } from '../synthesized';
import {
  CONTAINER_SECURITY,
  FACTS,
  FRONTEND_CHECK,
  POD_SECURITY,
  REDIS_MOUNT,
  REDIS_VOLUME,
  type ServiceFacts,
} from './facts';

const objects = byIdentity(synthesized((app) => onlineBoutique(app)));
const templateOf = (name: string) => objectOf(valueAt(objects.get(`Deployment ${name}`), 'spec', 'template'));
const mainOf = (name: string) => objectOf(valueAt(templateOf(name), 'spec', 'containers', 0));
const named = (kind: string) =>
  [...objects.keys()].filter((identity) => identity.startsWith(`${kind} `)).map((identity) => identity.split(' ')[1]);

/** Everything that a container does to be probed, without the times. */
function handlerOf(probe: unknown): JsonObject {
  const { exec, grpc, httpGet, tcpSocket } = objectOf(probe);
  return Object.fromEntries(
    Object.entries({ exec, grpc, httpGet, tcpSocket }).filter(([, handler]) => handler !== undefined),
  );
}

describe.each(Object.entries(FACTS))('%s', (name, facts: ServiceFacts) => {
  test('runs the same image in one container of the same name', () => {
    expect(listOf(valueAt(templateOf(name), 'spec', 'containers'))).toHaveLength(1);
    expect(mainOf(name)).toMatchObject({ name: facts.container, image: facts.image });
  });

  test('is probed by the same handlers, with the same headers', () => {
    const { readinessProbe, livenessProbe } = mainOf(name);
    const scheme = (handler: object | undefined) =>
      handler !== undefined && 'httpGet' in handler
        ? { httpGet: { scheme: 'HTTP', ...objectOf(handler.httpGet) } }
        : (handler ?? {});
    expect(handlerOf(readinessProbe)).toEqual(scheme(facts.readiness));
    expect(handlerOf(livenessProbe)).toEqual(scheme(facts.liveness));
  });

  test('listens on the same port', () => {
    const ports = objectsOf(mainOf(name).ports).map(({ item }) => item.containerPort);
    expect(ports).toEqual(facts.port === undefined ? [] : [facts.port]);
  });

  test('has the same environment', () => {
    const env = objectsOf(mainOf(name).env).map(({ item }) => [item.name, item.value]);
    expect(env).toEqual(Object.entries(facts.env));
  });

  test('has the same resources', () => {
    const [cpuRequest, memoryRequest, cpuLimit, memoryLimit] = facts.resources;
    expect(mainOf(name).resources).toEqual({
      requests: { cpu: cpuRequest, memory: memoryRequest },
      limits: { cpu: cpuLimit, memory: memoryLimit },
    });
  });

  test('has the same volumes, besides the emptyDir of a writable /tmp', () => {
    const isTmp = (volume: string) => /^[a-z-]+-tmp$/.test(volume);
    const volumes = objectsOf(valueAt(templateOf(name), 'spec', 'volumes')).map(({ item }) => item);
    const mounts = objectsOf(mainOf(name).volumeMounts).map(({ item }) => item);
    expect(volumes.filter((volume) => isTmp(String(volume.name)))).toEqual(
      volumes.filter(({ name }) => isTmp(String(name))).map(({ name }) => ({ name, emptyDir: {} })),
    );
    expect(volumes.filter((volume) => !isTmp(String(volume.name)))).toEqual(
      name === 'redis-cart' ? [REDIS_VOLUME] : [],
    );
    expect(mounts.filter((mount) => !isTmp(String(mount.name)))).toEqual(name === 'redis-cart' ? [REDIS_MOUNT] : []);
  });

  test('is as restricted as before', () => {
    expect(differences(POD_SECURITY, valueAt(templateOf(name), 'spec', 'securityContext'))).toEqual([]);
    expect(differences(CONTAINER_SECURITY, mainOf(name).securityContext)).toEqual([]);
  });

  test('keeps its service account, labels and annotations', () => {
    expect(valueAt(templateOf(name), 'spec', 'serviceAccountName')).toBe(facts.serviceAccount);
    expect(labelsOf(objectOf(objects.get(`Deployment ${name}`)))).toMatchObject({ app: name });
    expect(valueAt(templateOf(name), 'metadata', 'labels')).toMatchObject({ app: name });
    expect(valueAt(templateOf(name), 'metadata', 'annotations')).toEqual(facts.podAnnotations);
  });

  test('has the same Services in front', () => {
    const labels = objectOf(valueAt(templateOf(name), 'metadata', 'labels'));
    for (const [service, type, portName, port, targetPort] of facts.services) {
      const spec = objectOf(objectOf(objects.get(`Service ${service}`)).spec);
      expect(spec).toMatchObject({ type, ports: [{ name: portName, port, targetPort, protocol: 'TCP' }] });
      expect(differences(spec.selector, labels)).toEqual([]);
    }
  });
});

test('there are no other Deployments, Services and ServiceAccounts than those of the demo', () => {
  const services = Object.values(FACTS).flatMap((facts) => facts.services.map(([service]) => service));
  const accounts = Object.values(FACTS).flatMap(({ serviceAccount }) => serviceAccount ?? []);
  expect(named('Deployment').sort()).toEqual(Object.keys(FACTS).sort());
  expect(named('Service').sort()).toEqual(services.sort());
  expect(named('ServiceAccount').sort()).toEqual(accounts.sort());
  expect([services.length, accounts.length]).toEqual([12, 11]);
});

test('every address in the environment leads to a Service of the demo and one of its ports', () => {
  const addresses = Object.values(FACTS).flatMap(({ env }) =>
    Object.entries(env).flatMap(([name, value]) => (name.endsWith('_ADDR') ? [value] : [])),
  );
  // The shopping assistant is an optional part that the demo's manifests leave out.
  for (const address of addresses.filter((each) => each !== 'shoppingassistantservice:80')) {
    const [service, port] = address.split(':');
    expect(valueAt(objects.get(`Service ${service}`), 'spec', 'ports', 0, 'port')).toBe(Number(port));
  }
});

test('the load generator waits for the frontend as before', () => {
  const { initContainers, restartPolicy } = objectOf(templateOf('loadgenerator').spec);
  expect(restartPolicy).toBe('Always');
  expect(differences([FRONTEND_CHECK], initContainers)).toEqual([]);
  const script = String(valueAt(initContainers, 0, 'command', 2));
  expect(script).toMatch(/seq 1 12\b/);
  expect(script).toMatch(/wget .*http:\/\/\$\{FRONTEND_ADDR\}/);
  expect(script).toMatch(/sleep 10\n/);
});

test('redis stays one pod, and says why', () => {
  const redis = objectOf(objects.get('Deployment redis-cart'));
  expect(valueAt(redis, 'spec', 'replicas')).toBe(1);
  expect(valueAt(redis, 'metadata', 'annotations', 'cdk8s-lifecycle/acknowledge.replicas-survive-one-loss')).toMatch(
    /not clustered/,
  );
});

test('the frontend follows its load and is reached at the chosen host', () => {
  expect(valueAt(objects.get('HorizontalPodAutoscaler frontend'), 'spec')).toMatchObject({
    minReplicas: 3,
    maxReplicas: 10,
    scaleTargetRef: { kind: 'Deployment', name: 'frontend' },
  });
  expect(valueAt(objects.get('Deployment frontend'), 'spec', 'replicas')).toBeUndefined();
  expect(valueAt(objects.get('Ingress frontend'), 'spec', 'rules', 0)).toMatchObject({ host: 'boutique.example.com' });
});
