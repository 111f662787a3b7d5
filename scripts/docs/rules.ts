import { parseAllDocuments } from 'yaml';
import { autofixOf, CATALOGUE } from '../../lib/check/catalogue';
import type { CatalogueEntry } from '../../lib/check/catalogue-entry';
import { DIAGNOSES, diagnose } from '../../lib/diagnosis';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { SEVERITIES } from '../../lib/lifecycle/severity';
import { TOPICS } from '../../lib/rules/topics';
import { CORPUS, type Hits, hitsIn } from './hits';

interface Page {
  readonly path: string;
  readonly text: string;
}

/** `docs/rules/`: the catalogue with its hits on our own manifests, and a page for each rule. */
export async function pages(): Promise<readonly Page[]> {
  const { hits } = await hitsIn(CORPUS);
  const prevented = preventedDiagnoses();
  const topics = byTopic();
  return [
    { path: 'docs/rules/hits.json', text: `${JSON.stringify(hits, null, 2)}\n` },
    { path: 'docs/rules/README.md', text: index(topics, hits) },
    ...topics.flatMap(({ topic, rules }) =>
      rules.map((rule) => ({
        path: `docs/rules/${rule.id}.md`,
        text: page(rule, topic, prevented.get(rule.id) ?? []),
      })),
    ),
  ];
}

/** The catalogue by topic, the most serious first. */
function byTopic() {
  const rank = ({ severity }: CatalogueEntry) => SEVERITIES.indexOf(severity);
  return Object.entries(TOPICS).map(([id, topic]) => ({
    topic,
    rules: CATALOGUE.filter((entry) => entry.topic === id).sort((one, other) => rank(one) - rank(other)),
  }));
}

function index(topics: ReturnType<typeof byTopic>, hits: Hits): string {
  const rows = topics.flatMap(({ topic, rules }) =>
    rules.map(({ id, severity, title }) => {
      const { lookedAt, fired } = hits.rules[id] ?? { lookedAt: 0, fired: 0 };
      const share = lookedAt === 0 ? '' : ` (${Math.round((100 * fired) / lookedAt)}%)`;
      return `| ${topic} | [\`${id}\`](${id}.md) | ${severity} | ${title} | ${lookedAt} | ${fired}${share} |`;
    }),
  );
  return `# Rules

| topic | rule | severity | what holds of a healthy manifest | looked at | fired |
| --- | --- | --- | --- | ---: | ---: |
${rows.join('\n')}

The last two columns tell, for the ${hits.objects} objects of [our own manifests](https://github.com/cdk8s-lifecycle/cdk8s-lifecycle/tree/main/test/corpus) (${hits.notChecked} of them of kinds that no rule
knows), on how many objects each rule looked and on how many of these it fired, at Kubernetes 1.30, each folder as one set. Half of the apps are as they should be and half are faulty on
purpose, so the columns show where a rule speaks and where it is silent, and not how common a mistake is. A rule that fires on more than half says in its page why it should.
\`private-image-has-pull-secret\` looks only where private registries are listed, and the findings of \`acknowledgement-is-valid\` are about acknowledgements, not about objects.

- **error**: it cannot work as written, or downtime is certain. Fails \`synth\`, and \`lint\` with exit code 1.
- **warning**: requests are lost, or it fails, under conditions to be expected.
- **info**: advice.

A few rules have findings of two severities; the page tells when. One mistake is told once: a finding that another one on
the same object says already, or that rests on a value of which an error says that it cannot stand, is left out until that
is fixed or acknowledged, and a finding from which certain loss follows (\`rollout-loses-nothing\`) is an error. The two columns
count what is found.

Severities can be set per rule and path in
\`.cdk8s-lifecycle.yaml\`, and a finding can be acknowledged, with its reason:

\`\`\`yaml
metadata:
  annotations:
    cdk8s-lifecycle/acknowledge.memory-is-limited: '[web] measured under load, and the node is its own'
\`\`\`
`;
}

function page(rule: CatalogueEntry, topic: string, diagnoses: readonly string[]): string {
  return `# ${rule.id}

${rule.title}.

| | |
| --- | --- |
| topic | ${topic} |
| severity | ${rule.severity} |
| since | ${rule.since} |
${row('formerly', rule.formerIds)}${autofixOf(rule) === undefined ? '' : '| `lint --fix` | where one fix is certain |\n'}${row('would have prevented', diagnoses)}
## Why

${rule.why}

## What to do

${rule.fix}

${rule.before === undefined ? '' : `## In the cluster before\n\n\`\`\`yaml\n${rule.before.trim()}\n\`\`\`\n\n`}## Breaks it

\`\`\`yaml
${rule.bad.trim()}
\`\`\`

## Holds it

\`\`\`yaml
${rule.good.trim()}
\`\`\`

## See

${rule.see.map((address) => `- <${address}>`).join('\n')}
`;
}

function row(name: string, ids: readonly string[] = []): string {
  return ids.length === 0 ? '' : `| ${name} | ${ids.map((id) => `\`${id}\``).join(', ')} |\n`;
}

/** For each rule, the classes of diagnosis that name it on their own evidence. */
function preventedDiagnoses(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, evidence, now } of DIAGNOSES) {
    const objects = Array.from(parseAllDocuments(evidence), (document) => document.toJSON() as Manifest);
    for (const each of diagnose(objects, { now }).diagnoses) {
      if (each.class !== id || each.preventedBy === null) continue;
      const list = found.get(each.preventedBy) ?? [];
      found.set(each.preventedBy, list.includes(id) ? list : [...list, id]);
    }
  }
  return found;
}
