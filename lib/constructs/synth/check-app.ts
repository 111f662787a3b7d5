import type { IConstruct } from 'constructs';
import type { Acknowledgement, Finding, ToldBefore } from '../../check';
import { workloadOf } from '../../kubernetes/views/workload';
import { Platform } from '../platform';
import { loadCheck } from './load-check';
import type { Owned } from './owned';
import type { Accepted } from './reasons';
import type { Registry } from './registered';
import type { ScopeAcknowledgement } from './scope-acknowledgement';

/** What the rules say of an App. */
interface Checked {
  readonly findings: readonly Finding[];
  readonly accepted: readonly Accepted[];
  /** Acknowledgements that no finding needs. */
  readonly unused: readonly ScopeAcknowledgement[];
}

/** One target cluster, and the constructs that are for it. */
interface Target {
  readonly platform: ReturnType<typeof Platform._peek>;
  readonly owners: Set<IConstruct>;
}

/** One check for each target cluster that the App speaks of, each over the whole set. */
export function checkApp(
  root: IConstruct,
  owned: readonly Owned[],
  registry: Registry,
  given: readonly ScopeAcknowledgement[],
): Checked {
  const { check } = loadCheck();
  const ownerOf = (index: number) => owned[index]?.owner ?? root;
  const manifests = owned.map(({ manifest }) => manifest);
  const toldBefore = owned.flatMap((each, index) => fieldsInConflict(each, index, registry));
  const findings: Finding[] = [];
  const accepted: Accepted[] = [];
  const used = new Set<ScopeAcknowledgement>();
  for (const { platform, owners } of targetsOf(owned.map((_, index) => ownerOf(index)))) {
    const isMeant = ({ index }: Finding) => owners.has(ownerOf(index));
    const scopeOf = new Map<Acknowledgement, ScopeAcknowledgement>(
      given.map((each) => {
        const covers = (finding: Finding) =>
          isMeant(finding) && owned[finding.index]?.object.node.scopes.includes(each.scope) === true;
        return [{ rule: each.rule, reason: each.reason, container: each.container, covers }, each];
      }),
    );
    const result = check(manifests, {
      version: platform.kubernetesVersion,
      privateRegistries: (platform.registries ?? []).map(({ host }) => host),
      route: platform.route,
      acknowledgements: [...scopeOf.keys()],
      toldBefore,
    });
    findings.push(...result.findings.filter(isMeant));
    for (const [finding, acknowledgement] of result.acceptedBy) {
      const by = scopeOf.get(acknowledgement);
      if (by !== undefined) accepted.push({ finding, by });
    }
    for (const [acknowledgement, by] of scopeOf) if (!result.unused.includes(acknowledgement)) used.add(by);
  }
  return { findings, accepted, unused: given.filter((each) => !used.has(each)) };
}

function targetsOf(owners: readonly IConstruct[]): Iterable<Target> {
  const targets = new Map<string, Target>();
  for (const owner of new Set(owners)) {
    const platform = Platform._peek(owner);
    const hosts = (platform.registries ?? []).map(({ host }) => host);
    const key = JSON.stringify([platform.kubernetesVersion.minor, hosts, platform.route?.toString()]);
    const target = targets.get(key) ?? { platform, owners: new Set<IConstruct>() };
    target.owners.add(owner);
    targets.set(key, target);
  }
  return targets.values();
}

/** The fields of an object whose values its construct has called impossible together. */
function fieldsInConflict({ object, manifest, owner }: Owned, index: number, registry: Registry): ToldBefore[] {
  const registered = owner && registry.get(owner);
  const workload = workloadOf(manifest);
  if (registered?.workload !== object || workload === undefined) return [];
  const spec = workload.job?.path ?? 'spec';
  return registered.conflicts().flatMap((conflict) => {
    if (typeof conflict === 'string') return [];
    const pod = (conflict.pod ?? []).map((field) => `${workload.template.path}.${field}`);
    return [{ index, fields: [...pod, ...(conflict.workload ?? []).map((field) => `${spec}.${field}`)] }];
  });
}
