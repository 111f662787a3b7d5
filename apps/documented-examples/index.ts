import type { App } from 'cdk8s';
import { NamespacedChart } from '../namespaced-chart';
import { gracefulExit } from './graceful-exit';
import { hooks } from './hooks';
import { probeMechanisms } from './probe-mechanisms';
import { probes } from './probes';
import { pullPolicy } from './pull-policy';
import { restartPolicy } from './restart-policy';
import { rollingUpdate } from './rolling-update';
import { troubleshooting } from './troubleshooting';

/** The examples of the notes on the life of a pod: one namespace and one file a heading. */
export function documentedExamples(app: App): void {
  troubleshooting(new NamespacedChart(app, 'troubleshooting'));
  pullPolicy(new NamespacedChart(app, 'pull-policy'));
  restartPolicy(new NamespacedChart(app, 'restart-policy'));
  probes(new NamespacedChart(app, 'probes'));
  probeMechanisms(new NamespacedChart(app, 'probe-mechanisms'));
  gracefulExit(new NamespacedChart(app, 'graceful-exit'));
  rollingUpdate(new NamespacedChart(app, 'rolling-update'));
  hooks(new NamespacedChart(app, 'hooks'));
}
