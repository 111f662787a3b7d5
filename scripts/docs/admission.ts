import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KindResult, UpdateResult, VersionResult } from '../../test/cluster/differential/figures';
import type { Page } from '../docs';

const RESULTS = resolve(__dirname, '../../test/cluster/differential/results.json');

/** Writes docs/admission.md from the figures that scripts/admission/measure.ts left. */
export async function pages(): Promise<readonly Page[]> {
  const results = JSON.parse(readFileSync(RESULTS, 'utf8')) as readonly VersionResult[];
  return [{ path: 'docs/admission.md', text: [INTRODUCTION, ...results.map(sectionOf), CLOSE].join('\n') }];
}

const INTRODUCTION = `# What the API server refuses

\`admit(manifest, version)\` tells for what reasons the API server of a version refuses to create an object, with the API
server's own field paths: an unknown field, a wrong type, a value that validation rejects, an apiVersion that is gone.
\`admitUpdate(old, new, version)\` tells what cannot be changed in an object that is there, and what to do instead.
\`droppedFields(manifest, version)\` tells which fields a version knows and drops in silence.

It is measured, not believed. The figures below come from real kube-apiservers that were sent the same objects as a dry run
with strict field validation; dual-stack, with the admission plugins ServiceAccount, Priority, RuntimeClass, PodSecurity,
LimitRanger and ResourceQuota off, since what those say is the policy of a cluster. The objects are valid ones of each kind
and real manifests, in which one or two things were changed: another value, at the limits of every format; a value of a wrong
type; a field taken away, misspelt or added; beside these, each field of the kind's schema changed once or twice by itself.

    node --require ts-node/register scripts/admission/measure.ts    # measures both versions, writes the figures
    npm run docs                                                    # writes this page from the figures
    npm run test:cluster                                            # a smaller run; SEED=random looks further

A *false accept* is an object that the API server refuses and \`admit\` accepts, a *false reject* the other way round. *Same
fields* counts the objects that both refuse, with the same set of field paths (of unknown fields, the same names).
`;

function sectionOf({ version, seed, kinds, updates, messages }: VersionResult): string {
  const total = (count: (kind: KindResult) => number) => kinds.reduce((sum, kind) => sum + count(kind), 0);
  const head = [
    '| kind | objects | refused of the changed | false accepts | false rejects | same fields | leaves of the schema: all, set, changed |',
    '| --- | --: | --: | --: | --: | --: | --: |',
  ];
  const rows = kinds.map(
    (kind) =>
      `| ${kind.kind} | ${kind.objects} | ${percent(kind.editedRejected, kind.edited)} | ${kind.falseAccepts} | ${kind.falseRejects} | ${percent(kind.compared - kind.otherPaths, kind.compared, 2)} | ${kind.leaves}, ${kind.leavesSet}, ${kind.leavesMutated} |`,
  );
  const [objects, compared] = [total((kind) => kind.objects), total((kind) => kind.compared)];
  const agreeing = total((kind) => kind.compared - kind.otherPaths);
  return [
    `## Kubernetes ${version}`,
    '',
    `${objects} objects (seed ${seed}): ${total((kind) => kind.falseAccepts)} false accepts, ${total((kind) => kind.falseRejects)} false rejects, the same fields in ${percent(agreeing, compared, 2)}.`,
    '',
    ...head,
    ...rows,
    '',
    'Updates, as patches like those of `kubectl apply`:',
    '',
    '| kind | updates | refused | false accepts | false rejects | other fields |',
    '| --- | --: | --: | --: | --: | --: |',
    ...updates.map(updateRow),
    '',
    `The API server gave ${messages.length} different complaints; names and numbers are taken out of them:`,
    '',
    '<details><summary>all of them</summary>',
    '',
    ...messages.map((message) => `- \`${message.replaceAll('`', "'").replace(/\s+/g, ' ')}\``),
    '',
    '</details>',
    '',
  ].join('\n');
}

function updateRow({ kind, updates, rejected, falseAccepts, falseRejects, otherPaths }: UpdateResult): string {
  return `| ${kind} | ${updates} | ${percent(rejected, updates)} | ${falseAccepts} | ${falseRejects} | ${otherPaths} |`;
}

function percent(part: number, whole: number, digits = 0): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(digits)}%`;
}

const CLOSE = `## What the figures leave out

- Until 1.33 the API server does not look at the pod spec in a StatefulSet's template, so that hardly any StatefulSet is refused
  there; \`admit\` says what it says.
- The claims of a StatefulSet stand among the volumes of its pods in random order, so that the index of a volume is left out
  of the comparison for that kind.
- A dry run allocates no ports. Where a Service's verdict differs, it is created for real. That a node port must be between
  30000 and 32767 is the default of \`--service-node-port-range\`.
- An IP address that is taken, and an address family that a cluster does not have, are not known from a manifest.
- Updates that differ in their verdict: a headless Service whose whole spec is taken away, which 1.28 lets through; node ports out of range, which a dry run lets through and a real update does not; a
  claim that grows though its storage class cannot (a policy of the cluster, which no manifest tells); and one Secret whose
  value stands both in \`stringData\` and in \`data\`, of which the patch holds only what changed.
- Where an update of a Service is refused before its fields are looked at (its addresses cannot be changed as asked), the API
  server tells that alone, and \`admitUpdate\` tells the fields.
- kube-apiserver closes the connection on a Job of completionMode Indexed with a successPolicy and without completions: its
  validation panics. \`admit\` refuses the object.
- The patch that the test sends leaves a Secret's unchanged \`stringData\` out, where \`kubectl apply\` sends it again; and
  \`admitUpdate\` drops a dataSourceRef into another namespace, as a create does. That is every false accept above but one:
  whether a StorageClass lets a claim grow is not known from its manifest.
- A patch is merged with the live object before it is looked at. What \`admitUpdate\` cannot see are addresses and ports that
  the cluster gave, and defaults of a Job that it got when it was created and that a later manifest no longer implies.
- The schema's leaves are those of the covered kind; \`status\`, which a create ignores, is left out.
`;
