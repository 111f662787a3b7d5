import { describeRef } from '../../kubernetes/views/manifest';
import type { WorkloadReport } from '../report';

/** A whole number with commas: `7,967`. */
export function groupedDigits(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}

/** What a chart is about: `Deployment shop/cart: rollout`. */
export function titleOf({ object, event }: WorkloadReport): string {
  return `${describeRef(object)}: ${event}`;
}

/** One number or a few, and what they are of. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** How many requests are lost, how few pods are left, and how long it takes. */
export function factsOf(report: WorkloadReport): readonly Fact[] {
  const { estimate, served, minAvailable, peakPods, read, durationSeconds } = report;
  const { lost, requests, runs } = estimate;
  const seconds = (value: number) => `${groupedDigits(Math.round(value))} s`;
  return [
    served
      ? {
          label: `Requests lost per run (of ${groupedDigits(requests)}; ${count(runs, 'run')})`,
          value: `median ${groupedDigits(lost.p50)}, 99th percentile ${groupedDigits(lost.p99)}, max ${groupedDigits(lost.max)}`,
        }
      : { label: 'Requests lost per run', value: 'none, since no request reaches these pods' },
    {
      label: 'Pods',
      value: `at least ${groupedDigits(minAvailable)} of ${groupedDigits(read.replicas)} available, at most ${groupedDigits(peakPods)} at once`,
    },
    {
      label: 'Duration',
      value:
        durationSeconds === null
          ? 'it never finishes'
          : `median ${seconds(durationSeconds.p50)}, max ${seconds(durationSeconds.max)}`,
    },
  ];
}

/** Why requests are lost or the event stalls, a sentence each. */
export function lossReasons({ bounds }: WorkloadReport): readonly string[] {
  return [
    ...bounds.stalls.map((reason) => `Stalls: ${reason}.`),
    ...bounds.hazards.map(({ cause, why }) => `${CAUSE_HEADINGS[cause]}: ${why}.`),
  ];
}

/** Each way to lose a request, as a heading. */
export const CAUSE_HEADINGS: Readonly<Record<WorkloadReport['bounds']['hazards'][number]['cause'], string>> = {
  refused: 'Refused',
  cut: 'Cut off',
  overloaded: 'Overloaded',
  'no-endpoint': 'No endpoint',
};

/** What is drawn, in words, for those who do not see it: what became of the pods, and when requests were lost. */
export function describeChart({ timeline }: WorkloadReport): string {
  const { pods, lost, requestsPerSecond, capacityPerPod, moments } = timeline;
  const capacities = moments.map(({ serving }) => serving * capacityPerPod);
  const old = pods.filter(({ version }) => version === 'before').length;
  const total = lost.reduce((sum, { count }) => sum + count, 0);
  const first = lost[0];
  const times = lost.map(({ atSeconds }) => atSeconds);
  return [
    `One simulated run: ${count(old, 'old pod')} and ${count(pods.length - old, 'new pod')} over ${groupedDigits(timeline.seconds)} s.`,
    capacities.length === 0
      ? ''
      : `Capacity is between ${groupedDigits(Math.round(Math.min(...capacities)))} and ${groupedDigits(Math.round(Math.max(...capacities)))} requests a second; the load is ${groupedDigits(Math.round(requestsPerSecond))}.`,
    first === undefined
      ? 'No request is lost in this run.'
      : `${count(total, 'request')} lost in this run, between ${groupedDigits(Math.min(...times))} s and ${groupedDigits(Math.max(...times))} s.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function count(amount: number, noun: string): string {
  return `${groupedDigits(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}
