import { CATALOGUE, findRule } from '../../lib/check/catalogue';
import { COUNTERPARTS, LINTERS } from './linters';

/** `docs/compare.md`: our rules against those of six linters, from what was read in their sources. */
export async function pages(): Promise<ReadonlyArray<{ readonly path: string; readonly text: string }>> {
  return [{ path: 'docs/compare.md', text: text() }];
}

function text(): string {
  for (const { rule } of COUNTERPARTS) {
    if (findRule(rule) === undefined) throw new Error(`the comparison names rule '${rule}', which is not there`);
  }
  const rows = COUNTERPARTS.map(({ rule, theirs }) => {
    const cells = LINTERS.map((linter) => theirs[linter] ?? '-');
    return `| [\`${rule}\`](rules/${rule}.md) | ${cells.join(' | ')} |`;
  });
  const compared = new Set(COUNTERPARTS.map(({ rule }) => rule));
  const alone = CATALOGUE.filter(({ id }) => !compared.has(id));
  return `# Compared with other linters

What kube-score, kube-linter, polaris, the policies of kyverno, popeye and datree say about the life of a pod, and what
they do not say. Read from their sources (kube-score 2026-05, kube-linter 2026-08, polaris 2026-08, kyverno/policies
2026-03, popeye 2025-04, datree 2023-08); nothing was run. kyverno's are policies to pick from, and those about budgets,
autoscalers and Services ask a live cluster; popeye looks at a live cluster alone; datree is no longer kept up.

| ours | ${LINTERS.join(' | ')} |
| --- |${' --- |'.repeat(LINTERS.length)}
${rows.join('\n')}

## Without a counterpart

${alone.length} of our ${CATALOGUE.length} rules have no counterpart in any of the six. In their sources \`preStop\`, \`postStart\`, \`successThreshold\`,
\`progressDeadline\`, \`minReadySeconds\`, \`backoffLimit\` and \`activeDeadline\` do not occur, but for datree's.

| rule | what holds of a healthy manifest |
| --- | --- |
${alone.map(({ id, title }) => `| [\`${id}\`](rules/${id}.md) | ${title} |`).join('\n')}

## What they have and this does not

Security beyond the constructs' own defaults (privileges, host namespaces, capabilities, users), network policies, labels
that must be there, ephemeral storage, CPU limits and CPU ratios, policies of an organisation. Run one of them beside this
for those; their findings about pods' lives can then be turned off.
`;
}
