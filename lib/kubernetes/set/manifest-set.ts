import { append } from '../views/groups';
import { objectOf, objectsOf, stringOf } from '../views/json';
import { groupOf, identityOf, type Manifest, type ObjectRef, refOf } from '../views/manifest';
import { type Workload, workloadOf } from '../views/workload';
import { podLabelsOf, withoutAddedLabels } from './added-labels';
import { fromLabels, LabelIndex, type Selector, selectorOf } from './selector';

/** One object of a set, read once. */
export interface SetObject {
  readonly manifest: Manifest;
  readonly ref: ObjectRef;
  /** Group, kind, namespace and name in one key: objects that share it are variants of each other. */
  readonly identity: string;
  /** The namespace as the set compares it: none is the one named namespace of a set that has exactly one. */
  readonly namespace: string;
  /** Where it was read from: objects of one identity and one origin collide, those of different origins are variants. */
  readonly origin: string;
  readonly workload: Workload | undefined;
}

/** A set object that makes pods, or is one. */
export type WorkloadObject = SetObject & { readonly workload: Workload };

/**
 * Objects that belong together: all documents of stdin, all files under one folder, or one App. Every look-up is
 * indexed, so that asking once for each object costs time linear in the set.
 */
export class ManifestSet {
  /** Reads manifests; `origins` names, by position, the file each came from (default: all from one App or stream). */
  public static of(manifests: readonly Manifest[], origins: readonly string[] = []): ManifestSet {
    return new ManifestSet(manifests, origins);
  }

  /** In the order in which they were given. */
  public readonly objects: readonly SetObject[];
  /** Everything that makes pods, or is one. */
  public readonly workloads: readonly WorkloadObject[];
  private readonly byManifest = new Map<Manifest, SetObject>();
  private readonly byIdentity = new Map<string, SetObject[]>();
  private readonly byKind = new Map<string, SetObject[]>();
  private readonly byGroupKind = new Map<string, SetObject[]>();
  private readonly templates = new Map<string, LabelIndex<SetObject>>();
  private readonly selections = new Map<string, readonly SetObject[]>();
  private selectedBy: Map<SetObject, Selecting> | undefined;
  private readonly onlyNamespace: string;

  private constructor(manifests: readonly Manifest[], origins: readonly string[]) {
    const refs = manifests.map(refOf);
    const named = new Set(refs.flatMap((ref) => (ref.namespace === null ? [] : [ref.namespace])));
    this.onlyNamespace = named.size === 1 ? ([...named][0] as string) : '';
    this.objects = manifests.map((manifest, index) =>
      this.read(manifest, refs[index] as ObjectRef, origins[index] ?? ''),
    );
    this.workloads = this.objects.filter((object): object is WorkloadObject => object.workload !== undefined);
    for (const object of this.objects) this.add(object);
  }

  /** All objects of a kind; `group` narrows it, since an Ingress or a Service may be another group's. */
  public ofKind(kind: string, group?: string): readonly SetObject[] {
    return (group === undefined ? this.byKind.get(kind) : this.byGroupKind.get(`${group}/${kind}`)) ?? [];
  }

  /** The object that holds this manifest (the same value, not an equal one). */
  public objectFor(manifest: Manifest): SetObject | undefined {
    return this.byManifest.get(manifest);
  }

  /** All objects of the same identity, this one among them. */
  public variantsOf(object: SetObject): readonly SetObject[] {
    return this.byIdentity.get(object.identity) ?? [object];
  }

  /** All variants of the object of this kind and name in a namespace of the set. */
  public named(kind: string, namespace: string, name: string, group?: string): readonly SetObject[] {
    return this.ofName(kind, namespace, name).filter(
      ({ ref }) => group === undefined || groupOf(ref.apiVersion) === group,
    );
  }

  /** The workloads of a namespace whose pod template a selector matches. */
  public selects(selector: Selector, namespace: string): readonly SetObject[] {
    // Many objects of a set ask with the same selector: a budget, a Service and a workload of one app.
    const key = `${namespace} ${JSON.stringify(selector)}`;
    let found = this.selections.get(key);
    if (found === undefined) {
      found = this.templates.get(namespace)?.matching(selector) ?? [];
      this.selections.set(key, found);
    }
    return found;
  }

  /** Services whose selector matches the pods of a workload. A Service without selector selects nothing. */
  public servicesOf(object: SetObject): readonly SetObject[] {
    return this.selecting(object).services;
  }

  /** PodDisruptionBudgets whose selector matches the pods of a workload. The empty selector matches all. */
  public budgetsOf(object: SetObject): readonly SetObject[] {
    return this.selecting(object).budgets;
  }

  /** HorizontalPodAutoscalers and KEDA ScaledObjects that target a workload. */
  public autoscalersOf(object: SetObject): readonly SetObject[] {
    return this.selecting(object).autoscalers;
  }

  private ofName(kind: string, namespace: string, name: string): readonly SetObject[] {
    return this.byKind.get(`${kind} ${namespace}/${name}`) ?? [];
  }

  private read(manifest: Manifest, ref: ObjectRef, origin: string): SetObject {
    const namespace = ref.namespace ?? this.onlyNamespace;
    const identity = identityOf({ ...ref, namespace });
    return { manifest, ref, identity, namespace, origin, workload: workloadOf(manifest) };
  }

  private add(object: SetObject): void {
    const kind = object.ref.kind ?? '';
    this.byManifest.set(object.manifest, object);
    append(this.byIdentity, object.identity, object);
    append(this.byKind, kind, object);
    append(this.byGroupKind, `${groupOf(object.ref.apiVersion)}/${kind}`, object);
    append(this.byKind, `${kind} ${object.namespace}/${object.ref.name ?? ''}`, object);
    if (object.workload === undefined) return;
    let index = this.templates.get(object.namespace);
    if (index === undefined) {
      index = new LabelIndex<SetObject>(({ workload }) => (workload === undefined ? {} : podLabelsOf(workload)));
      this.templates.set(object.namespace, index);
    }
    index.add(object);
  }

  private selecting(object: SetObject): Selecting {
    this.selectedBy ??= this.indexSelections();
    return this.selectedBy.get(object) ?? NOTHING;
  }

  private indexSelections(): Map<SetObject, Selecting> {
    const found = new Map<SetObject, Selecting>();
    const note = (target: SetObject, list: keyof Selecting, by: SetObject) => {
      let entry = found.get(target);
      if (entry === undefined) {
        entry = { services: [], budgets: [], autoscalers: [] };
        found.set(target, entry);
      }
      entry[list].push(by);
    };
    for (const service of this.ofKind('Service', '')) {
      for (const target of this.selects(serviceSelector(service) ?? NO_PODS, service.namespace))
        note(target, 'services', service);
    }
    for (const budget of this.ofKind('PodDisruptionBudget', 'policy')) {
      for (const target of this.selects(budgetSelector(budget), budget.namespace)) note(target, 'budgets', budget);
    }
    for (const autoscaler of [...this.ofKind('HorizontalPodAutoscaler'), ...this.ofKind('ScaledObject', 'keda.sh')]) {
      const target = objectOf(objectOf(autoscaler.manifest.spec).scaleTargetRef);
      const kind = stringOf(target.kind) ?? 'Deployment';
      for (const workload of this.named(kind, autoscaler.namespace, stringOf(target.name) ?? ''))
        note(workload, 'autoscalers', autoscaler);
    }
    return found;
  }
}

interface Selecting {
  readonly services: SetObject[];
  readonly budgets: SetObject[];
  readonly autoscalers: SetObject[];
}

const NOTHING: Selecting = { services: [], budgets: [], autoscalers: [] };
const NO_PODS: Selector = [{ key: '', operator: 'In', values: [] }];

/** The selector of a Service; undefined where it has none that can be read (its endpoints are then kept by hand) or is an ExternalName. */
export function serviceSelector(service: SetObject): Selector | undefined {
  const spec = objectOf(service.manifest.spec);
  if (spec.type === 'ExternalName') return undefined;
  return withoutAddedLabels(fromLabels(spec.selector));
}

/** The selector of a PodDisruptionBudget: null selects no pod, `{}` every pod of the namespace. */
export function budgetSelector(budget: SetObject): Selector {
  const { selector } = objectOf(budget.manifest.spec);
  return selector === undefined || selector === null ? NO_PODS : selectorOf(selector);
}

/** Takes `kind: List` apart, however deep; any other manifest is a list of itself. */
export function flattenList(manifest: Manifest): readonly Manifest[] {
  if (manifest.kind !== 'List' || manifest.apiVersion !== 'v1') return [manifest];
  return objectsOf(manifest.items).flatMap(({ item }) => flattenList(item));
}
