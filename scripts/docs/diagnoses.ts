import { parseAllDocuments } from 'yaml';
import { toText } from '../../lib/cli/diagnose/text';
import { stylesFor } from '../../lib/cli/terminal';
import { DIAGNOSES, type Diagnosis, diagnose } from '../../lib/diagnosis';
import type { Manifest } from '../../lib/kubernetes/manifest';
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

const GROUPS: ReadonlyArray<readonly [string, RegExp]> = [
  ['Scheduling', /^(Scheduling|Unschedulable)/],
  ['Images', /Image/],
  ['Creating and starting', /^(Create|Run|Failed(Create|Mount|Attach)|PostStart)/],
  ['Running', /^(CrashLoop|Container(Crashed)|OOM|Failed$|Startup|Liveness|Readiness|NotReady)/],
  ['Nodes and evictions', /^(Node|Evicted|Preempted|PodDeadline|Unknown|Terminating)/],
  ['Jobs and CronJobs', /^(Job|CronJob)/],
  ['Deployments, ReplicaSets, StatefulSets, DaemonSets', /^(Deployment|Replica|StatefulSet|DaemonSet)/],
  ['Claims and Services', /^(PVC|Service)/],
  ['On the way, and well', /./],
];

/** `docs/diagnoses/`: an index and a page for each class; and the table of the notes. */
export async function pages(): Promise<readonly Page[]> {
  const families = familiesOf(DIAGNOSES);
  return [
    { path: 'docs/diagnoses/README.md', text: index(families) },
    ...families.map((family) => ({ path: `docs/diagnoses/${fileOf(family.name)}`, text: page(family) })),
    { path: 'docs/troubleshooting.md', text: troubleshooting((id) => linkTo(id, families)) },
  ];
}

function familiesOf(diagnoses: readonly Diagnosis[]): readonly Family[] {
  const byName = new Map<string, Diagnosis[]>();
  for (const diagnosis of diagnoses) {
    const name = nameOf(diagnosis, diagnoses);
    byName.set(name, [...(byName.get(name) ?? []), diagnosis]);
  }
  // The app container's diagnosis stands first, whatever its precedence.
  return [...byName].map(([name, members]) => ({
    name,
    members: [...members.filter(({ id }) => id === name), ...members.filter(({ id }) => id !== name)],
  }));
}

function nameOf({ id, why }: Diagnosis, all: readonly Diagnosis[]): string {
  if (!id.startsWith('Init:')) return id;
  return all.find((other) => !other.id.startsWith('Init:') && other.why === why)?.id ?? id;
}

const fileOf = (name: string) => `${name.replace(':', '-')}.md`;

function linkTo(id: string, families: readonly Family[]): string {
  const family = families.find(({ members }) => members.some((member) => member.id === id));
  if (family === undefined) throw new Error(`there is no diagnosis ${id}`);
  return `[\`${id}\`](diagnoses/${fileOf(family.name)})`;
}

function index(families: readonly Family[]): string {
  const left = new Set(families);
  const sections = GROUPS.flatMap(([title, pattern]) => {
    const here = [...left].filter(({ name }) => pattern.test(name));
    for (const family of here) left.delete(family);
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

function page({ name, members }: Family): string {
  const [first] = members as readonly [Diagnosis, ...Diagnosis[]];
  const ids = [...new Set(members.map(({ id }) => id))];
  const kinds = [...new Set(members.flatMap((member) => member.kinds))];
  const preventedBy = members
    .map((member) => told(member)[0]?.preventedBy)
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
${answer(first).trim()}
\`\`\`

## See

${first.see.map((link) => `- <${link}>`).join('\n')}
`;
}

const reportOn = (diagnosis: Diagnosis) => {
  const objects = parseAllDocuments(diagnosis.evidence).map((document) => document.toJS() as Manifest);
  return diagnose(objects, diagnosis.now === undefined ? {} : { now: diagnosis.now });
};

const told = (diagnosis: Diagnosis) => reportOn(diagnosis).diagnoses;

const answer = (diagnosis: Diagnosis) => toText(reportOn(diagnosis), stylesFor({ isTTY: false }));
