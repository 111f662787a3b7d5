import type { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import type { Manifest } from '../kubernetes/views/manifest';
import type { Route } from '../lifecycle/routes/route';
import type { Severity } from '../lifecycle/severity';
import type { Rule } from '../rules/rule';
import type { Acknowledgement } from './acknowledgement';
import type { DuplicateKey } from './checker';
import type { ToldBefore } from './told-once';

/** A severity, or `off`: the rule is not run. */
export type Level = Severity | 'off';

export interface CheckOptions {
  /** The version of the target cluster. @default KubernetesVersion.V1_30 */
  readonly version?: KubernetesVersion;
  /**
   * The file of each object, by position: of objects of one identity, those of one file collide, those of different
   * files are variants. @default - all objects come from one App
   */
  readonly origins?: readonly string[];
  /** Run these rules alone. @default - all */
  readonly only?: readonly string[];
  /** Leave these rules out. @default - none */
  readonly except?: readonly string[];
  /** A level per rule id, in place of the rule's own. */
  readonly levels?: Readonly<Record<string, Level | undefined>>;
  /** A level for a rule on one object (by position), in place of any other; undefined changes nothing. */
  readonly levelOf?: (rule: string, index: number) => Level | undefined;
  /** Rules of a team, beside the catalogue. Their ids must be new. */
  readonly extraRules?: readonly Rule[];
  /** Acknowledgements beside those in annotations: from comments, from a file, from code. */
  readonly acknowledgements?: readonly Acknowledgement[];
  /** The objects that these replace, to be told what the API server refuses to change. @default - none */
  readonly previous?: readonly Manifest[];
  /** Keys that stand twice in the text of an object: a parsed object shows them no more. */
  readonly duplicateKeys?: readonly DuplicateKey[];
  /** What the caller has said of fields already: the same fact is not told again. */
  readonly toldBefore?: readonly ToldBefore[];
  /** Host names (with port) of registries that need a pull secret. */
  readonly privateRegistries?: readonly string[];
  /** How traffic reaches the pods, where the objects do not say it themselves. */
  readonly route?: Route;
}
