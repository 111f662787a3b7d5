import { parseAllDocuments } from 'yaml';
import { toText } from '../../lib/cli/commands/diagnose/text';
import { stylesFor } from '../../lib/cli/output/terminal';
import { DIAGNOSES, type Diagnosis, diagnose } from '../../lib/diagnosis';
import { DIAGNOSIS_TOPICS } from '../../lib/diagnosis/classes/topics';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { troubleshooting } from './troubleshooting';

interface Page {
  readonly path: string;
  readonly text: string;
}

/** Diagnoses that differ in the kind of container or object alone share a page. */
interface Family {
  readonly name: string;
  readonly members: readonly Diagnosis[];
}

/** `docs/diagnoses/`: an index and a page for each class; and the table of the notes. */
export async function pages(): Promise<readonly Page[]> {
  const families = familiesOf(DIAGNOSES);
  return [
    ...pagesOf(DIAGNOSES),
    { path: 'docs/troubleshooting.md', text: troubleshooting((id) => linkTo(id, families)) },
  ];
}

/** The index of diagnoses, and a page for each class. */
export function pagesOf(diagnoses: readonly Diagnosis[]): readonly Page[] {
  const families = familiesOf(diagnoses);
  return [
    { path: 'docs/diagnoses/README.md', text: index(families) },
    ...families.map((family) => ({ path: `docs/diagnoses/${fileOf(family.name)}`, text: page(family, diagnoses) })),
  ];
}

function familiesOf(diagnoses: readonly Diagnosis[]): readonly Family[] {
  const byName = new Map<string, Diagnosis[]>();
  for (const diagnosis of diagnoses) {
    const name = diagnosis.initOf ?? diagnosis.id;
    byName.set(name, [...(byName.get(name) ?? []), diagnosis]);
  }
  // The app container's diagnosis stands first, whatever its precedence.
  return [...byName].map(([name, members]) => ({
    name,
    members: [...members.filter(({ id }) => id === name), ...members.filter(({ id }) => id !== name)],
  }));
}

const fileOf = (name: string) => `${name.replace(':', '-')}.md`;

function linkTo(id: string, families: readonly Family[]): string {
  const family = families.find(({ members }) => members.some((member) => member.id === id));
  if (family === undefined) throw new Error(`there is no diagnosis ${id}`);
  return `[\`${id}\`](diagnoses/${fileOf(family.name)})`;
}

function index(families: readonly Family[]): string {
  const sections = Object.entries(DIAGNOSIS_TOPICS).flatMap(([topic, title]) => {
    const here = families.filter(({ members }) => members[0]?.topic === topic);
    const rows = here.map(({ name, members }) => {
      const [first] = members;
      const ids = members.map(({ id }) => `\`${id}\``).filter((id, at, all) => all.indexOf(id) === at);
      return `| [${name}](${fileOf(name)}) | ${first?.severity ?? ''} | ${first?.title ?? ''} | ${ids.slice(1).join(', ')} |`;
    });
    return here.length === 0
      ? []
      : [`## ${title}`, '', '| class | severity | says | also |', '| --- | --- | --- | --- |', ...rows, ''];
  });
  return `# Diagnoses

\`cdk8s-lifecycle diagnose\` gives each object the first of these classes that fits. A cause comes before its symptom only where the
status or an event states the cause; what the status says of the whole pod comes before the state of its containers, and the
reason of an end before its exit code. What explains other entries takes them in: forty pods without their Secret, and the
rollout that waits for them, are one entry.

${sections.join('\n')}`;
}

function page({ name, members }: Family, diagnoses: readonly Diagnosis[]): string {
  const [first] = members as readonly [Diagnosis, ...Diagnosis[]];
  const ids = [...new Set(members.map(({ id }) => id))];
  const kinds = [...new Set(members.flatMap((member) => member.kinds))];
  const preventedBy = members
    .map((member) => reportOn(member, diagnoses).diagnoses[0]?.preventedBy)
    .find((rule) => rule !== null && rule !== undefined);
  return `# ${name}

${first.title}.

| | |
| --- | --- |
| classes | ${ids.map((id) => `\`${id}\``).join(', ')} |
| kinds | ${kinds.join(', ')} |
| severity | ${first.severity} |
| prevented by | ${preventedBy === undefined ? 'no rule: it comes from outside of the manifests' : `[\`${preventedBy}\`](../rules/${preventedBy}.md)`} |

## Why

${first.why}

## What to do

${first.fix}

## Seen like this

\`\`\`yaml
${first.evidence.trim()}
\`\`\`

gives

\`\`\`text
${toText(reportOn(first, diagnoses), stylesFor({ isTTY: false })).trim()}
\`\`\`

## See

${first.see.map((link) => `- <${link}>`).join('\n')}
`;
}

const reportOn = (diagnosis: Diagnosis, diagnoses: readonly Diagnosis[]) => {
  const objects = parseAllDocuments(diagnosis.evidence).map((document) => document.toJS() as Manifest);
  return diagnose(objects, diagnosis.now === undefined ? { diagnoses } : { diagnoses, now: diagnosis.now });
};
