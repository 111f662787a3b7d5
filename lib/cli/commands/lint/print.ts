import { version } from '../../frame/version';
import { stylesFor } from '../../output/terminal';
import type { Settings } from '../../settings/settings';
import type { LintFlags } from './flags';
import { toSummary } from './formats/summary';
import { toText } from './formats/text';
import type { LintReport } from './report';

/** A report in the format that was asked for; those that machines read are loaded only then. */
export async function print(report: LintReport, flags: LintFlags, { failOn }: Settings): Promise<Iterable<string>> {
  switch (flags.output) {
    case 'json':
      return (await import('./formats/json')).toJson(report, flags);
    case 'sarif':
      return (await import('./formats/sarif')).toSarif(report, version);
    case 'junit':
      return (await import('./formats/junit')).toJunit(report, failOn);
    case 'github':
      return (await import('./formats/github')).toGithub(report, flags);
    case 'text':
      return toText(report, flags, stylesFor(process.stdout, flags));
    case 'summary':
      return toSummary(report, flags, stylesFor(process.stdout, flags));
  }
}
