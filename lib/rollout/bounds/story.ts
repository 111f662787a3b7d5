import type { Loss } from '../clients/losses';
import type { Pod } from '../engine/pod';
import type { Trace } from '../engine/trace';
import type { Plan, RolloutEvent, StopPlan } from '../plan';
import { preStopSeconds } from '../stop';
import { inSeconds } from './hazard';

/** One thing that happens, in seconds after the event began. */
export interface StoryStep {
  readonly atSeconds: number;
  readonly text: string;
}

const BEGINS: Readonly<Record<RolloutEvent, string>> = {
  rollout: 'the new version is applied',
  'bad-version': 'a version that never becomes ready is applied',
  drain: 'a node is drained',
  crash: 'a process crashes',
  'scale-down': 'the autoscaler lowers the number of replicas',
};

/** Tells how a request comes to be lost: what happened to its pod, or how the last pods went. */
export function storyOf(plan: Plan, event: RolloutEvent, trace: Trace, loss: Loss): readonly StoryStep[] {
  const pod = loss.pod === undefined ? undefined : trace.pods[loss.pod];
  const steps: Array<StoryStep | undefined> = [step(0, BEGINS[event])];
  if (pod === undefined) steps.push(...goneOnes(plan, trace, loss));
  else if (pod.deletedAt !== undefined && pod.deletedAt <= loss.from) steps.push(...stopOf(trace, pod));
  else if (event === 'crash') steps.push(step(0, `pod ${pod.name} was answering requests`));
  else steps.push(...startOf(pod));
  steps.push(step(loss.from, END[loss.cause](plan, pod, trace, loss)));
  // A container that is restarted runs and ends again: what comes after the loss is no part of it.
  const told = steps.filter((each) => each !== undefined && each.atSeconds <= loss.from / 1000) as StoryStep[];
  return told.sort((one, other) => one.atSeconds - other.atSeconds);
}

function step(at: number | undefined, text: string): StoryStep | undefined {
  return at === undefined || !Number.isFinite(at) ? undefined : { atSeconds: at / 1000, text };
}

function stopOf(trace: Trace, pod: Pod): readonly (StoryStep | undefined)[] {
  const { stop } = pod.plan;
  const hook = preStopSeconds(stop);
  const successor = trace.pods.find(
    ({ version, firstReadyAt }) =>
      version === 'after' && firstReadyAt !== undefined && firstReadyAt <= (pod.deletedAt ?? 0),
  );
  return [
    successor && step(successor.firstReadyAt, `pod ${successor.name} is ready`),
    step(
      pod.deletedAt,
      `pod ${pod.name} is deleted; ${hook > 0 ? `its preStop hook holds SIGTERM back for ${inSeconds(hook)}` : 'nothing holds SIGTERM back'}`,
    ),
    step(pod.sigtermAt, stoppedBy(stop) ?? SIGTERM[stop.onSigterm]),
    stop.acceptsAfterSigterm > 0 ? step(pod.closesAt, 'it closes its listeners') : undefined,
  ];
}

function stoppedBy({ preStop, onSigterm }: StopPlan): string | undefined {
  if (preStop.kind !== 'sleeps' || preStop.stop === undefined) return undefined;
  const ends = onSigterm === 'exits' ? 'ends at once' : 'closes its listeners and finishes what it has';
  return `its preStop hook runs "${preStop.stop.text}": the server ${ends}`;
}

const SIGTERM = {
  drains: 'it gets SIGTERM, closes its listeners and finishes what it has',
  exits: 'it gets SIGTERM and exits at once',
  ignores: 'it gets SIGTERM and does nothing about it',
  unreached: 'SIGTERM goes to the shell that is PID 1, and the process never gets it',
} as const;

function startOf(pod: Pod): readonly (StoryStep | undefined)[] {
  return [
    step(pod.runsAt, `pod ${pod.name} runs`),
    step(pod.firstReadyAt, `pod ${pod.name} is Ready, since no probe says otherwise; the routers add it`),
  ];
}

/** The last deletions before a time of too few pods. */
function goneOnes(plan: Plan, trace: Trace, loss: Loss): readonly (StoryStep | undefined)[] {
  const gone = trace.pods.filter(({ deletedAt }) => deletedAt !== undefined && deletedAt <= loss.from);
  const started = trace.pods.filter(
    ({ version, firstReadyAt }) => version === 'after' && (firstReadyAt ?? loss.from) < loss.from,
  );
  const last = gone.at(-1);
  return [
    started.length === 0
      ? undefined
      : step(started[0]?.firstReadyAt, `${count(started.length)} ready; the routers may not send to all of them yet`),
    last &&
      step(
        last.deletedAt,
        `${gone.length} of ${plan.replicas} old pods ${gone.length === 1 ? 'is' : 'are'} deleted by now, and withdrawn at once`,
      ),
  ];
}

function count(pods: number): string {
  return pods === 1 ? '1 new pod is' : `${pods} new pods become`;
}

const END = {
  refused: (plan: Plan, pod: Pod | undefined) =>
    pod?.deletedAt === undefined
      ? `a request is sent to ${pod?.name ?? 'it'}, whose process does not answer: connection refused`
      : `a router (${plan.route.name}) that learns of the deletion only after ${inSeconds(plan.route.withdrawal.max)} sends a request to ${pod.name}: connection refused`,
  cut: (plan: Plan, pod: Pod | undefined) =>
    `a request that ${pod?.name ?? 'it'} had accepted and that takes ${inSeconds(plan.load.request.max)} is cut off`,
  overloaded: (_: Plan, __: Pod | undefined, ___: Trace, loss: Loss) =>
    `the pods that are left cannot answer every request (for ${inSeconds((loss.to - loss.from) / 1000)})`,
  'no-endpoint': (_: Plan, __: Pod | undefined, ___: Trace, loss: Loss) =>
    `no pod takes requests (for ${inSeconds((loss.to - loss.from) / 1000)})`,
} as const;
