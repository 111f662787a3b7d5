import type { PageOrigin } from '../../../rollout/picture/page-footer';
import type { WorkloadReport } from '../../../rollout/report';
import { jsonWithList } from '../../output/json-with-list';
import { stylesFor } from '../../output/terminal';
import type { SimulateFlags } from './flags';
import { toText } from './text';

/** Reports in the format that was asked for; pictures are loaded only then. */
export async function print(
  reports: readonly WorkloadReport[],
  origin: () => PageOrigin,
  flags: SimulateFlags,
): Promise<Iterable<string>> {
  switch (flags.output) {
    case 'json':
      return jsonWithList((workloads) => ({ workloads }), reports);
    case 'svg':
      return [(await import('../../../rollout/picture/svg')).toSvg(reports)];
    case 'html':
      return [(await import('../../../rollout/picture/page')).toPage(reports, origin())];
    case 'text':
      return toText(reports, flags, stylesFor(process.stdout, flags), process.stdout.columns ?? 100);
  }
}
