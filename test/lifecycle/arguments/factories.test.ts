import { App, Chart, Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  Capacity,
  HealthCheck,
  HealthChecks,
  Hook,
  Image,
  KubernetesVersion,
  Platform,
  PodAmount,
  Profile,
  Resources,
  Retry,
  RollingUpdate,
  Rules,
  Schedule,
  Security,
  Shutdown,
  TrafficRoute,
  Volume,
  ZeroDowntimeService,
} from '../../../lib';

type Factory = (...given: readonly unknown[]) => unknown;

/** A factory as programs see it that no compiler has read. */
function loosely<A extends readonly never[]>(factory: (...given: A) => unknown): Factory {
  return (...given) => factory(...(given as unknown as A));
}

const chart = () => new Chart(new App(), 'shop');
const checks = HealthChecks.http();

const FACTORIES: Readonly<Record<string, Factory>> = {
  'Image.of': loosely(Image.of),
  'Volume.emptyDir': loosely(Volume.emptyDir),
  'Volume.configMap': loosely(Volume.configMap),
  'Volume.secret': loosely(Volume.secret),
  'Volume.persistentVolumeClaim': loosely(Volume.persistentVolumeClaim),
  'Volume.csi': loosely(Volume.csi),
  'Volume.of': loosely(Volume.of),
  'Resources.of': loosely(Resources.of),
  'Resources.explicit': loosely(Resources.explicit),
  'HealthChecks.http': loosely(HealthChecks.http),
  'HealthChecks.tcp': loosely(HealthChecks.tcp),
  'HealthChecks.exec': loosely(HealthChecks.exec),
  'HealthChecks.grpc': loosely(HealthChecks.grpc),
  'HealthChecks.of': loosely(HealthChecks.of),
  'HealthChecks.withReadiness': loosely(checks.withReadiness.bind(checks)),
  'HealthChecks.withLiveness': loosely(checks.withLiveness.bind(checks)),
  'HealthChecks.withStartup': loosely(checks.withStartup.bind(checks)),
  'HealthChecks.startsWithin': loosely(checks.startsWithin.bind(checks)),
  'HealthCheck.http': loosely(HealthCheck.http),
  'HealthCheck.tcp': loosely(HealthCheck.tcp),
  'HealthCheck.exec': loosely(HealthCheck.exec),
  'HealthCheck.grpc': loosely(HealthCheck.grpc),
  'Hook.exec': loosely(Hook.exec),
  'Hook.http': loosely(Hook.http),
  'Hook.sleep': loosely(Hook.sleep),
  'Shutdown.of': loosely(Shutdown.of),
  'RollingUpdate.of': loosely(RollingUpdate.of),
  'PodAmount.pods': loosely(PodAmount.pods),
  'PodAmount.percent': loosely(PodAmount.percent),
  'Capacity.of': loosely(Capacity.of),
  'Retry.of': loosely(Retry.of),
  'Retry.perIndex': loosely(Retry.perIndex),
  'Schedule.cron': loosely(Schedule.cron),
  'Schedule.daily': loosely(Schedule.daily),
  'Schedule.hourly': loosely(Schedule.hourly),
  'Security.restricted': loosely(Security.restricted),
  'Security.privileged': loosely(Security.privileged),
  'TrafficRoute.custom': loosely(TrafficRoute.custom),
  'TrafficRoute.albIp': loosely(TrafficRoute.albIp),
  'TrafficRoute.nlbIp': loosely(TrafficRoute.nlbIp),
  'TrafficRoute.gceNeg': loosely(TrafficRoute.gceNeg),
  'Platform.of': loosely(Platform.of),
  "Platform of 'shop'": (...given) => loosely(Platform.prototype.set.bind(Platform.of(chart())))(...given),
  'Profile.of': loosely(Profile.of),
  "Profile of 'shop'": (...given) => loosely(Profile.prototype.set.bind(Profile.of(chart())))(...given),
  'Rules.of': loosely(Rules.of),
  'Rules.acknowledge': (...given) => loosely(Rules.prototype.acknowledge.bind(Rules.of(chart())))(...given),
  'shop/cart, expose': (...given) => {
    const resources = Resources.of({ cpu: '1', memory: '1Gi' });
    const service = new ZeroDowntimeService(chart(), 'cart', {
      image: Image.of('a:1'),
      port: 80,
      health: checks,
      resources,
    });
    return loosely(service.expose.bind(service))(...given);
  },
};

const LEAK = /undefined|Cannot read|is not a function|is not iterable|Cannot convert|\[object/;
const names = Object.keys(FACTORIES).map((name) => [name, FACTORIES[name] as Factory] as const);

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    expect(error).not.toBeInstanceOf(TypeError);
    return (error as Error).message;
  }
  return '';
}

test.each(names)('%s speaks of itself where it is given nothing, or a symbol', (name, factory) => {
  const [nothing, symbol] = [messageOf(() => factory()), messageOf(() => factory(Symbol('wrong')))];
  for (const line of nothing === '' ? [] : nothing.split('\n')) {
    expect(line).toMatch(/^[^:]+: '\w+' (is missing: give|\(nothing\) must be) /);
  }
  expect(symbol.startsWith(`${name}: '`)).toBe(true);
  for (const message of [nothing, symbol]) expect(message).not.toMatch(LEAK);
});

test.each(names)('%s meets any junk with a sentence of its own', (_, factory) => {
  const keys = [
    'cpu',
    'memory',
    'readiness',
    'path',
    'port',
    'limit',
    'hour',
    'drain',
    'peak',
    'maxSurge',
    'name',
    'route',
  ];
  const options = fc.dictionary(fc.constantFrom(...keys), fc.anything());
  fc.assert(
    fc.property(fc.array(fc.oneof(options, fc.anything()), { maxLength: 3 }), (given) => {
      const message = messageOf(() => factory(...given));
      expect(message).not.toMatch(LEAK);
    }),
    { numRuns: 100 },
  );
});

test.each([
  [
    'a number as cpu',
    () => loosely(Resources.of)({ cpu: 1, memory: '1Gi' }),
    "Resources.of: 'cpu' (1) must be text with its unit: write '1'",
  ],
  [
    'a number as memory',
    () => loosely(Resources.of)({ cpu: '1', memory: 256 }),
    "Resources.of: 'memory' (256) must be text with its unit: write '256Mi'",
  ],
  [
    'a misspelled key',
    () => loosely(Resources.of)({ cpus: '1', cpu: '1', memory: '1Gi' }),
    "Resources.of: 'cpus' is unknown; did you mean 'cpu'?",
  ],
  [
    'an unheard-of key',
    () => loosely(Capacity.of)({ peak: 1, perReplica: 1, region: 'eu' }),
    "Capacity.of: 'region' is unknown: CapacityOptions has peak, perReplica",
  ],
  [
    'a path as options',
    () => loosely(HealthChecks.http)('/ready'),
    "HealthChecks.http: 'options' (text) must be an object of HttpHealthChecksOptions: { readiness, liveness, startup }",
  ],
  [
    'seconds as a number',
    () => loosely(Shutdown.of)({ drain: 30 }),
    "Shutdown.of: 'drain' (30) must be a Duration, which has its unit: write Duration.seconds(30)",
  ],
  [
    'minutes as text',
    () => loosely(Hook.sleep)('2m'),
    "Hook.sleep: 'sleep' ('2m') must be a Duration, which has its unit: write Duration.minutes(2)",
  ],
  [
    'a command as text',
    () => loosely(Hook.exec)('sleep 5'),
    "Hook.exec: 'command' ('sleep 5') must be a list: write ['sleep', '5']",
  ],
  [
    'half a second',
    () => Shutdown.of({ drain: Duration.millis(500) }),
    "Shutdown.of: 'drain' (0.5s) must be a whole number of seconds: write Duration.seconds(1)",
  ],
  [
    'a bare amount of pods',
    () => loosely(RollingUpdate.of)({ maxSurge: 1, maxUnavailable: '25%' }),
    "RollingUpdate.of: 'maxSurge' (1) must be a PodAmount: write PodAmount.pods(1)\nRollingUpdate.of: 'maxUnavailable' ('25%') must be a PodAmount: write PodAmount.percent(25)",
  ],
  [
    'a version as a number',
    () => loosely(KubernetesVersion.of)(1.34),
    "a Kubernetes version is text: write one from 1.28 to 1.37, such as '1.37'",
  ],
  [
    'an acknowledgement without reason',
    () => loosely(Rules.prototype.acknowledge.bind(Rules.of(chart())))('x'),
    "Rules.acknowledge: 'reason' is missing: give why the finding is right here",
  ],
])('%s', (_, action, sentence) => {
  expect(messageOf(action)).toBe(sentence);
});

test('what is set on a scope is checked with the line that sets it', () => {
  const set = loosely(Platform.prototype.set.bind(Platform.of(chart())));
  expect(messageOf(() => set({ kubernetesVersion: '1.34', route: 'traefik' }))).toMatch(
    /^Platform of 'shop': 'kubernetesVersion' \('1.34'\) must be a KubernetesVersion: write KubernetesVersion.of\('1.34'\) at test\/lifecycle\/\S+:\d+\nPlatform of 'shop': 'route' \('traefik'\) must be a TrafficRoute: write TrafficRoute.traefik\(\) at /,
  );
});

test('options that are all left out may be left out together', () => {
  expect(loosely(RollingUpdate.of)()).toEqual(RollingUpdate.of({}));
  expect(loosely(Shutdown.of)()).toEqual(Shutdown.of({}));
});
