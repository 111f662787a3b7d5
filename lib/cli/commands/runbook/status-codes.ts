import type { WorkloadObject } from '../../../kubernetes/set/manifest-set';
import { timeToNotice, timeToReady } from '../../../lifecycle/arithmetic/timing';
import type { Cause } from '../../../rollout/clients/losses';
import { stopTimes } from '../../../rollout/stop';
import { drainSecondsOf } from '../../../workloads/drain-of';
import { Commands } from './commands';
import { code, plain, shell } from './markdown';
import { asks } from './numbers';
import { type AnsweringProxy, proxiesOf } from './proxies-of';
import type { Section } from './sections';
import { ServiceCommands } from './service-commands';
import type { Traffic } from './traffic';

/** What 502, 503 and 504 mean for a workload, with its own numbers, and what to run. */
export function statusCodes(object: WorkloadObject, traffic: Traffic): readonly Section[] {
  const proxies = proxiesOf(traffic);
  if (proxies.length === 0) return [withoutProxy(object, traffic)];
  return [
    section('502 Bad Gateway', proxies, ({ answers }) => answers.badGateway, badGateway(object, traffic)),
    section('503 Service Unavailable', proxies, ({ answers }) => answers.unavailable, unavailable(object, traffic)),
    section('504 Gateway Timeout', proxies, ({ answers }) => answers.timeout, timeout(object, traffic, proxies)),
  ];
}

interface Meaning {
  /** A paragraph each. */
  readonly means: readonly string[];
  readonly commands: readonly string[];
}

function section(
  title: string,
  proxies: readonly AnsweringProxy[],
  meaning: (proxy: AnsweringProxy) => string,
  { means, commands }: Meaning,
): Section {
  const said = proxies.map((proxy) => `From ${nameOf(proxy)}: ${meaning(proxy)}.`);
  return { title, body: [[...new Set(said)].join(' '), ...means, shell([...new Set(commands)])] };
}

const nameOf = ({ answers, because }: AnsweringProxy) => `${answers.name} (${plain(because)})`;

function withoutProxy(object: WorkloadObject, traffic: Traffic): Section {
  const [refused, absent] = [badGateway(object, traffic), unavailable(object, traffic)];
  return {
    title: '502, 503 and 504',
    body: [
      'No proxy of these manifests answers with 502, 503 or 504: they come from the app itself, or from a proxy of other manifests. Clients that connect to the Service see a refused connection where a proxy would answer 502 or 503, and their own timeout where it would answer 504.',
      ...refused.means,
      ...absent.means,
      shell([...new Set([...absent.commands, ...refused.commands])]),
    ],
  };
}

function badGateway(object: WorkloadObject, traffic: Traffic): Meaning {
  const { container } = traffic;
  const commands = new Commands(object);
  const logs =
    container === undefined ? [] : [commands.logs(container.name, true), commands.logs(container.name, false)];
  const named = container === undefined ? 'The container' : `Container ${code(container.name)}`;
  return {
    means: [
      inRollouts(traffic, ['refused', 'cut'], covered(traffic)),
      `At other times: ${lowerFirst(named)} crashes, does not listen on the port that the Service sends to, or closes idle connections sooner than the proxy does.`,
    ].filter((sentence) => sentence !== ''),
    commands: [commands.getPods(), ...logs],
  };
}

/** How a rollout loses requests in these ways, in the simulator's words; else what covers it. */
function inRollouts({ hazards }: Traffic, causes: readonly Cause[], otherwise: string): string {
  const own = hazards.filter(({ cause }) => causes.includes(cause));
  if (own.length === 0) return otherwise;
  return own.map(({ why, fix }) => `During a rollout: ${plain(why)}. Fix: ${plain(fix)}.`).join(' ');
}

function covered({ plan, route }: Traffic): string {
  if (plan === undefined) return '';
  const { closes } = stopTimes(plan.after.stop);
  return `During a rollout: not expected. Requests may reach a pod for ${route.withdrawal.max} s after its deletion (route \`${route.name}\`), and it accepts them for ${closes} s.`;
}

function unavailable(object: WorkloadObject, traffic: Traffic): Meaning {
  const { services, container } = traffic;
  const commands = new Commands(object);
  const names = services.map(({ ref }) => code(ref.name ?? '')).join(', ');
  const probe = container?.readinessProbe;
  const ready =
    probe === undefined || container === undefined
      ? 'There is no readiness probe, so a pod is Ready as soon as its containers run.'
      : `Container ${code(container.name)} is Ready when ${asks(probe)} succeeds: at most ${timeToReady(probe)} s after it answers, and at most ${timeToNotice(probe)} s more after it stops answering.`;
  return {
    means: [
      `No pod behind Service ${names} is Ready, or none matches its selector. ${ready}`,
      inRollouts(traffic, ['no-endpoint'], ''),
    ].filter((sentence) => sentence !== ''),
    commands: [
      ...services.map((service) => new ServiceCommands(service).endpoints()),
      ...services.map((service) => new ServiceCommands(service).selectedPods()),
      commands.describePods(),
    ],
  };
}

function timeout(object: WorkloadObject, traffic: Traffic, proxies: readonly AnsweringProxy[]): Meaning {
  const commands = new Commands(object);
  const { container } = traffic;
  const limits = proxies.flatMap((proxy) =>
    proxy.patience === undefined ? [] : [`${upperFirst(nameOf(proxy))} waits ${proxy.patience} s.`],
  );
  const shortest = Math.min(...proxies.map(({ patience }) => patience ?? Number.POSITIVE_INFINITY));
  return {
    means: [
      [...new Set(limits), fits(drainSecondsOf(object.manifest), shortest)].join(' '),
      inRollouts(traffic, ['overloaded'], ''),
      'Pods that answer slowly are short of CPU, wait for something else, or get more requests than they can answer.',
    ].filter((sentence) => sentence !== ''),
    commands: [commands.topPods(), ...(container === undefined ? [] : [commands.logs(container.name, false)])],
  };
}

function fits(longest: number | undefined, patience: number): string {
  if (longest === undefined) return 'The longest request is not declared (`cdk8s-lifecycle/drain-seconds`).';
  const declared = `The longest request is declared as ${longest} s`;
  if (!Number.isFinite(patience)) return `${declared}.`;
  return longest < patience
    ? `${declared}, which fits: a request that ends in 504 takes longer than it should.`
    : `${declared}, which does not fit: such a request ends in 504, unless the pod sends something sooner.`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
