import { ANNOTATION } from '../../kubernetes/annotations';
import { annotationsOf, describeRef } from '../../kubernetes/manifest';
import type { App, WorkloadObject } from './apps';
import { Commands } from './commands';
import { failuresOf } from './failures';
import { code, plain, shell, table } from './markdown';
import { containersOf, numbersOf, probesOf } from './numbers';

/** The page of an app: what it is made of, its numbers, its probes, and what to do when it fails. */
export function pageOf(app: App): string {
  const title = app.namespace === null ? app.name : `${app.namespace}/${app.name}`;
  return [
    `# Runbook: ${plain(title)}`,
    '',
    'Written by `cdk8s-lifecycle runbook` from the manifests. Commands only read, but for those under "Going back".',
    '',
    '## First look',
    '',
    shell(app.workloads.flatMap(firstLook)),
    '',
    '## Objects',
    '',
    objects(app),
    '',
    ...app.workloads.flatMap((object) => [...workload(object), '']),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function firstLook(object: WorkloadObject): readonly string[] {
  const commands = new Commands(object);
  return [commands.diagnose(), commands.getPods()];
}

function objects({ workloads, others }: App): string {
  const rows = [...workloads, ...others].map(({ ref, manifest }) => {
    const construct = annotationsOf(manifest)[ANNOTATION.construct];
    return [plain(ref.kind ?? ''), code(ref.name ?? ''), construct === undefined ? '' : code(construct)];
  });
  return table(['kind', 'name', 'made by construct'], rows);
}

function workload(object: WorkloadObject): readonly string[] {
  const probes = probesOf(object);
  const commands = new Commands(object);
  const goesBack = ['Deployment', 'StatefulSet', 'DaemonSet'].includes(object.workload.kind);
  return [
    `## ${plain(describeRef(object.ref))}`,
    '',
    numbersOf(object),
    '',
    containersOf(object),
    '',
    ...(probes === undefined ? [] : ['### Probes', '', probes, '']),
    '### When it fails',
    '',
    failuresOf(object),
    '',
    ...(goesBack
      ? [
          '### Going back',
          '',
          'Brings back the template of the revision before; do the same in the source, or the next delivery undoes it.',
          '',
          shell([commands.rolloutHistory(), commands.rolloutUndo(), commands.rolloutStatus()]),
        ]
      : []),
  ];
}
