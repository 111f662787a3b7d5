import type { WorkloadObject } from '../../../kubernetes/set/manifest-set';
import { describeRef } from '../../../kubernetes/views/manifest';
import { targetVersionOf } from '../../../rollout/reading/read-plan';
import type { App } from './apps';
import { Commands } from './commands';
import { contactsOf } from './contacts';
import { failureSection } from './failure';
import { failuresOf } from './failures';
import { constructOf } from './made-by';
import { code, plain, shell, table } from './markdown';
import { containerTable, numbersOf, probeTable } from './numbers';
import { requestsSection } from './requests';
import { type Anchors, type Section, writePage } from './sections';
import { type PlatformFacts, trafficOf } from './traffic';

/** What a page needs to know besides its app. */
export interface PageContext {
  readonly platform: PlatformFacts;
  /** The line of code that made a construct. */
  sourceOf(construct: string): string | null;
}

/** One app, its page's title, and the name under which links reach it. */
export interface PageOfApp {
  readonly app: App;
  readonly title: string;
  readonly anchor: string;
}

/** The page of an app: who answers for it, what it is made of, its numbers, and what to do when it fails. */
export function pageOf({ app, title, anchor }: PageOfApp, context: PageContext, anchors: Anchors): string {
  return writePage(
    {
      title: `Runbook: ${plain(title)}`,
      anchor,
      introduction: [
        'Written by `cdk8s-lifecycle runbook` from the manifests. The commands only read, except those under "Going back".',
      ],
      sections: [
        { title: 'Owner and contact', body: [contactsOf(app)] },
        { title: 'First look', body: [shell(app.workloads.flatMap(firstLook))] },
        { title: 'Objects', body: [objects(app, context)] },
        ...app.workloads.map((object) => workloadSection(app, object, context)),
      ],
    },
    anchors,
  );
}

function firstLook(object: WorkloadObject): readonly string[] {
  const commands = new Commands(object);
  return [commands.diagnose(), commands.getPods()];
}

function objects(app: App, { sourceOf }: PageContext): string {
  const rows = [...app.workloads, ...app.others].map((object) => {
    const construct = constructOf(object, app);
    const source = construct === undefined ? null : sourceOf(construct);
    return [
      plain(object.ref.kind ?? ''),
      code(object.ref.name ?? ''),
      construct === undefined ? '' : code(construct),
      source === null ? '' : code(source),
    ];
  });
  return table(['kind', 'name', 'construct', 'source'], rows);
}

function workloadSection({ set }: App, object: WorkloadObject, { platform }: PageContext): Section {
  const probes = probeTable(object);
  const traffic = trafficOf(set, object, platform);
  return {
    title: plain(describeRef(object.ref)),
    body: [numbersOf(set, object, targetVersionOf(platform)), containerTable(object)],
    parts: [
      ...(probes === undefined ? [] : [{ title: 'Probes', body: [probes] }]),
      ...(traffic === undefined ? [] : [requestsSection(object, traffic)]),
      { title: 'When it fails', parts: failuresOf(object).map(failureSection) },
      ...goingBack(object),
    ],
  };
}

function goingBack(object: WorkloadObject): readonly Section[] {
  if (!['Deployment', 'StatefulSet', 'DaemonSet'].includes(object.workload.kind)) return [];
  const commands = new Commands(object);
  return [
    {
      title: 'Going back',
      body: [
        'Restores the template of the previous revision. Change the source as well, or the next delivery undoes it.',
        shell([commands.rolloutHistory(), commands.rolloutUndo(), commands.rolloutStatus()]),
      ],
    },
  ];
}
