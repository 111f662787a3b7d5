import type { Level } from '../../check/options';
import type { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import type { Manifest, ObjectRef } from '../../kubernetes/views/manifest';
import type { Route } from '../../lifecycle/routes/route';
import type { Severity } from '../../lifecycle/severity';
import type { Rule } from '../../rules/rule';

/** What commands are to do, after command line and configuration file have been put together. */
export interface Settings {
  /** The configuration file that was read. */
  readonly file: string | undefined;
  /** The least severity that makes the exit code 1. */
  readonly failOn: Severity | 'never';
  readonly version: KubernetesVersion | undefined;
  readonly route: Route | undefined;
  readonly privateRegistries: readonly string[];
  /** The only rules to run; undefined means all. */
  readonly only: readonly string[] | undefined;
  readonly except: readonly string[];
  readonly levels: Readonly<Record<string, Level>>;
  /** A level for a rule in one file, in place of any other. */
  readonly levelIn: (rule: string, file: string) => Level | undefined;
  readonly extraRules: readonly Rule[];
  readonly acknowledgements: readonly AcknowledgementPattern[];
  /** The objects that those that are linted replace; undefined where none were given. */
  readonly previous: readonly Manifest[] | undefined;
  /** What is worth a word to whoever wrote the settings: rules that have another name by now. */
  readonly notes: readonly string[];
  /** The line of code that made a construct: `src/shop.ts:12`. */
  readonly sourceOf: (construct: string) => string | null;
}

/** A pattern of the configuration that accepts findings of a rule. */
export interface AcknowledgementPattern {
  readonly rule: string;
  readonly reason: string;
  readonly covers: (file: string, object: ObjectRef) => boolean;
  /** Where it stands, for whoever has to tidy up: `.cdk8s-lifecycle.yaml:12:5`. */
  readonly place: string;
}

export const NO_SETTINGS: Settings = {
  file: undefined,
  failOn: 'error',
  version: undefined,
  route: undefined,
  privateRegistries: [],
  only: undefined,
  except: [],
  levels: {},
  levelIn: () => undefined,
  extraRules: [],
  acknowledgements: [],
  previous: undefined,
  notes: [],
  sourceOf: () => null,
};
