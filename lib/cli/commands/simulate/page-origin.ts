import type { PageOrigin } from '../../../rollout/picture/page-footer';
import { type PlanOptions, targetVersionOf } from '../../../rollout/reading/read-plan';
import type { WorkloadReport } from '../../../rollout/report';
import { version } from '../../frame/version';
import type { ReadResult } from '../../input/read-manifests';

import type { SimulateFlags } from './flags';

/** What flags and configuration give beside the manifests, and the files that it comes from. */
export interface Given {
  readonly options: PlanOptions;
  readonly config: string | undefined;
  readonly fromFiles: readonly string[];
}

/** A report, and the file that holds its workload. */
export interface Simulated {
  readonly report: WorkloadReport;
  readonly file: string;
}

/** What the page says of its own making. */
export function pageOriginOf(
  { files }: ReadResult,
  { options, config, fromFiles }: Given,
  simulated: readonly Simulated[],
  { scenario, seed }: SimulateFlags,
): PageOrigin {
  const fileOf = new Map(simulated.map(({ report, file }) => [report, file]));
  return {
    version,
    kubernetesVersion: targetVersionOf(options).toString(),
    seed,
    inputs: [
      { role: 'Manifests', files },
      { role: 'Running now', files: fromFiles },
      { role: 'Scenario', files: scenario === undefined ? [] : [scenario] },
      { role: 'Configuration', files: config === undefined ? [] : [config] },
    ],
    fileOf: (report) => fileOf.get(report),
  };
}
