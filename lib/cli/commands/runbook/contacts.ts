import { annotationsOf, labelsOf } from '../../../kubernetes/views/manifest';
import { ANNOTATION } from '../../../lifecycle/annotations';
import type { App } from './apps';
import { link, table } from './markdown';

/** One thing to know in an emergency, and the annotations that say it; the first that is there counts. */
export interface ContactField {
  readonly label: string;
  readonly annotations: readonly string[];
}

/**
 * What the runbook reads off annotations: its own names first, then those that others have agreed on.
 *
 * @see https://kubernetes.io/blog/2021/04/20/annotating-k8s-for-humans/
 * @see https://backstage.io/docs/features/kubernetes/configuration
 */
export const CONTACT_FIELDS: readonly ContactField[] = [
  { label: 'owner', annotations: [ANNOTATION.owner, 'a8r.io/owner'] },
  { label: 'contact', annotations: [ANNOTATION.contact, 'a8r.io/chat', 'a8r.io/slack'] },
  { label: 'support', annotations: ['a8r.io/support'] },
  { label: 'incidents', annotations: ['a8r.io/incidents'] },
  { label: 'further runbook', annotations: ['a8r.io/runbook'] },
  { label: 'logs', annotations: ['a8r.io/logs'] },
  { label: 'metrics', annotations: ['a8r.io/performance'] },
  { label: 'uptime', annotations: ['a8r.io/uptime'] },
  { label: 'dependencies', annotations: ['a8r.io/dependencies'] },
  { label: 'documentation', annotations: ['a8r.io/documentation'] },
  { label: 'repository', annotations: ['a8r.io/repository'] },
  { label: 'bugs', annotations: ['a8r.io/bugs'] },
  { label: 'Backstage component', annotations: ['backstage.io/kubernetes-id'] },
];

/** Who answers for an app and how to reach them: from its workloads, else its Services, else its Namespace. */
export function contactsOf(app: App): string {
  const places = placesOf(app);
  const rows = CONTACT_FIELDS.flatMap(({ label, annotations }) => {
    const value = firstValue(places, annotations);
    return value === undefined ? [] : [[label, link(value)]];
  });
  return rows.length === 0
    ? `No owner is named: annotate the workload with \`${ANNOTATION.owner}\` and \`${ANNOTATION.contact}\`.`
    : table(['what', 'where'], rows);
}

/** Annotations and labels of each object that can say it, the nearest first; Backstage's name is a label. */
function placesOf({ set, namespace, workloads, others }: App): ReadonlyArray<Readonly<Record<string, string>>> {
  const services = others.filter(({ ref }) => ref.kind === 'Service');
  const own = set.ofKind('Namespace', '').filter(({ ref }) => ref.name === namespace);
  return [
    ...workloads.map(({ manifest, workload: { template } }) => ({
      ...template.labels,
      ...labelsOf(manifest),
      ...template.annotations,
      ...annotationsOf(manifest),
    })),
    ...[...services, ...own].map(({ manifest }) => ({ ...labelsOf(manifest), ...annotationsOf(manifest) })),
  ];
}

function firstValue(
  places: ReadonlyArray<Readonly<Record<string, string>>>,
  annotations: readonly string[],
): string | undefined {
  for (const place of places) {
    const value = annotations.map((name) => place[name]).find((each) => each !== undefined && each.trim() !== '');
    if (value !== undefined) return value;
  }
  return undefined;
}
