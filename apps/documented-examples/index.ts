import type { App } from 'cdk8s';
import type { Construct } from 'constructs';
import { NamespacedChart } from '../namespaced-chart';
import { gracefulExit } from './graceful-exit';
import { hooks } from './hooks';
import { probeMechanisms } from './probe-mechanisms';
import { probes } from './probes';
import { pullPolicy } from './pull-policy';
import { restartPolicy } from './restart-policy';
import { rollingUpdate } from './rolling-update';
import { troubleshooting } from './troubleshooting';

/** The headings of the notes, and what makes the examples of each. */
export const HEADINGS: ReadonlyArray<readonly [name: string, build: (scope: Construct) => void]> = [
  ['troubleshooting', troubleshooting],
  ['pull-policy', pullPolicy],
  ['restart-policy', restartPolicy],
  ['probes', probes],
  ['probe-mechanisms', probeMechanisms],
  ['graceful-exit', gracefulExit],
  ['rolling-update', rollingUpdate],
  ['hooks', hooks],
];

/** The examples of the notes on the life of a pod: one namespace and one file a heading. */
export function documentedExamples(app: App): void {
  for (const [name, build] of HEADINGS) build(new NamespacedChart(app, name));
}
