import type { WorkloadReport } from '../report';
import { groupedDigits } from './facts';
import { escapeMarkup } from './markup';

/** What a page was made of and with: the same origin and reports give the same page. */
export interface PageOrigin {
  /** Version of this package. */
  readonly version: string;
  /** Target version of Kubernetes. */
  readonly kubernetesVersion: string;
  readonly seed: number;
  /** Files that were read, by what they are: `Manifests`, `Running now`. */
  readonly inputs: ReadonlyArray<{ readonly role: string; readonly files: readonly string[] }>;
  /** The file that holds the workload; undefined where nothing tells. */
  fileOf(report: WorkloadReport): string | undefined;
}

/** More files than these are folded. */
const MOST_FILES = 8;

/** What was read, by which version, for which version of Kubernetes, with which seed. */
export function footerOf(reports: readonly WorkloadReport[], origin: PageOrigin): string {
  const { version, kubernetesVersion, seed, inputs } = origin;
  const runs = [...new Set(reports.map(({ estimate }) => estimate.runs))].sort((one, other) => one - other);
  const read = inputs
    .filter(({ files }) => files.length > 0)
    .map(({ role, files }) => `<div><dt>${escapeMarkup(role)}</dt><dd>${fileList(files)}</dd></div>`);
  return [
    '<footer><dl>',
    ...read,
    `<div><dt>Simulated by</dt><dd>cdk8s-lifecycle ${escapeMarkup(version)}, for Kubernetes ${escapeMarkup(kubernetesVersion)}</dd></div>`,
    `<div><dt>Runs</dt><dd>${runs.map(groupedDigits).join(' or ')} each, seed ${seed}; the charts show the first</dd></div>`,
    '</dl></footer>',
  ].join('');
}

function fileList(files: readonly string[]): string {
  const items = files.map((file) => `<li>${escapeMarkup(file)}</li>`).join('');
  return files.length <= MOST_FILES
    ? `<ul>${items}</ul>`
    : `<details><summary>${groupedDigits(files.length)} files</summary><ul>${items}</ul></details>`;
}
