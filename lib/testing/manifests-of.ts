import type { ApiObject, App, Chart } from 'cdk8s';
import { isObject } from '../kubernetes/views/json';
import type { Manifest } from '../kubernetes/views/manifest';

/** What can be linted in a test: a cdk8s App or Chart, one manifest, or a list of manifests. */
export type Subject = App | Chart | Manifest | readonly Manifest[];

/** The objects to check, and which of them the test is about: a Chart is checked within its App. */
export interface Checked {
  readonly manifests: readonly Manifest[];
  readonly isMeant: (index: number) => boolean;
}

/**
 * Reads manifests off a subject.
 *
 * @throws if it holds none, or if the App does not synthesize
 */
export function manifestsOf(subject: unknown): Checked {
  if (isApp(subject)) return all(subject.charts.flatMap((chart) => chart.toJson() as Manifest[]));
  if (isChart(subject)) return withinApp(subject);
  if (Array.isArray(subject) && subject.every(isManifest)) return all(subject);
  if (isManifest(subject)) return all([subject]);
  throw new Error('expected a cdk8s App or Chart, or manifests: objects with apiVersion and kind');
}

/** Tells whether a value is a manifest: an object with apiVersion and kind. */
export function isManifest(value: unknown): value is Manifest {
  return isObject(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string';
}

/** Tells apart by what they can do: an App of another copy of cdk8s is one as well. */
export function isApp(value: unknown): value is App {
  return typeof value === 'object' && value !== null && 'charts' in value && Array.isArray(value.charts);
}

export function isChart(value: unknown): value is Chart {
  if (typeof value !== 'object' || value === null) return false;
  const { toJson, apiObjects } = value as { toJson?: unknown; apiObjects?: readonly ApiObject[] };
  return typeof toJson === 'function' && Array.isArray(apiObjects);
}

function all(manifests: readonly Manifest[]): Checked {
  return { manifests, isMeant: () => true };
}

function withinApp(chart: Chart): Checked {
  const root: unknown = chart.node.root;
  if (!isApp(root)) return all(chart.toJson() as Manifest[]);
  const charts = root.charts.map((each) => ({ each, manifests: each.toJson() as Manifest[] }));
  const owners = charts.flatMap(({ each, manifests }) => manifests.map(() => each));
  return {
    manifests: charts.flatMap(({ manifests }) => manifests),
    isMeant: (index) => owners[index] === chart,
  };
}
