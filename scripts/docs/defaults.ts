import type { Documented } from '../../lib/lifecycle/documented';
import { DEFAULTS, LIMITS } from '../../lib/lifecycle/documented-defaults';
import { ROUTES } from '../../lib/lifecycle/routes/table';
import { ASSUMPTIONS } from '../../lib/rollout/assumptions';
import type { Page } from '../docs';

/** docs/defaults.md: the table of documented defaults and that of the traffic routes, as the code has them. */
export async function pages(): Promise<readonly Page[]> {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const rows = (table: Readonly<Record<string, Documented<unknown>>>) =>
    Object.values(table).map(
      ({ setting, shown, from, reason }) => `| ${cell(setting)} | ${cell(shown)} | ${from} | ${cell(reason)} |`,
    );
  const routes = Object.entries(ROUTES).map(
    ([name, { targets, withdrawal, preStop, registration, source }]) =>
      `| \`${name}\` | ${targets} | ${withdrawal} s | ${preStop} s | ${registration} s | ${source} |`,
  );
  const text = [
    '# Documented defaults',
    '',
    "Every construct states each of these in the YAML that it emits: a reader never has to know Kubernetes' own defaults.",
    'The table is printed from `lib/lifecycle/documented-defaults.ts`.',
    '',
    '| setting | default | from | why |',
    '| --- | --- | --- | --- |',
    ...rows(DEFAULTS),
    '',
    '## Limits of the rules',
    '',
    'Where a rule begins to report, and what its fix writes.',
    '',
    '| limit | value | from | why |',
    '| --- | --- | --- | --- |',
    ...rows(LIMITS),
    '',
    '## Traffic routes',
    '',
    'How long requests keep coming to a pod after its deletion (withdrawal), the preStop sleep that covers it, and how long',
    'after a pod is Ready a router may not know it yet (registration; 0 s behind a readiness gate). A balancer that sends to pods',
    'must have registered a new pod before an old one goes, and so decides `minReady`; a proxy stands in the cluster.',
    '',
    '| route | sends to | withdrawal | preStop | registration | source |',
    '| --- | --- | --- | --- | --- | --- |',
    ...routes,
    '',
    '## What the rollout simulator assumes',
    '',
    'Where neither manifest nor scenario says otherwise; [docs/rollout.md](rollout.md) tells the model.',
    '',
    '| assumed | source |',
    '| --- | --- |',
    ...Object.values(ASSUMPTIONS)
      .filter(({ says }) => says !== 'See above.')
      .map(({ says, source }) => `| ${cell(says)} | ${cell(source)} |`),
    '',
  ].join('\n');
  return [{ path: 'docs/defaults.md', text }];
}
