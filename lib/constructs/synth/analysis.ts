import type { IConstruct } from 'constructs';
import type { Finding } from '../../check/finding';
import { pathBeside } from '../../kubernetes/text/field-path';
import { nearest } from '../../kubernetes/text/nearest';
import { describeRef } from '../../kubernetes/views/manifest';
import { checkApp } from './check-app';
import { loadCheck } from './load-check';
import { readAll } from './owned';
import { type Reasons, reasonsOf } from './reasons';
import type { Registry } from './registered';
import type { ScopeAcknowledgement } from './scope-acknowledgement';
import { printLocation } from './source-location';
import { warningsOf } from './warnings';

/** What the rules say of an App as it is now. */
export interface Analysis {
  /** For each construct of this package, what makes its synthesis fail. */
  readonly errors: ReadonlyMap<IConstruct, readonly string[]>;
  readonly warnings: readonly string[];
  readonly reasons: Reasons;
}

/**
 * Reads all objects of an App, checks them as one set, and keeps what is said of those that this package made.
 *
 * @param acknowledged why findings below a scope are accepted; of two that fit, the one nearer to the root counts
 */
export function analyse(
  root: IConstruct,
  registry: Registry,
  acknowledged: ReadonlyMap<IConstruct, readonly ScopeAcknowledgement[]>,
): Analysis {
  const owned = readAll(root, registry);
  const constructs = root.node.findAll();
  const errors = new Map<IConstruct, string[]>();
  const warnings: string[] = [];
  const whereOf = (construct: IConstruct) => {
    const location = registry.get(construct)?.location;
    return location === undefined ? '' : ` at ${printLocation(location)}`;
  };
  const warn = (construct: IConstruct, text: string) => warnings.push(`warning: [${construct.node.path}] ${text}`);
  for (const construct of constructs) {
    const conflicts = registry.get(construct)?.conflicts();
    if (conflicts === undefined) continue;
    const messages = conflicts.map((conflict) => (typeof conflict === 'string' ? conflict : conflict.message));
    errors.set(
      construct,
      messages.map((message) => `${message}${whereOf(construct)}`),
    );
    for (const sentence of warningsOf(construct)) warn(construct, `${sentence}${whereOf(construct)}`);
  }
  // An object that cannot be serialized fails the synthesis with cdk8s' own error, and the rules would only see its gap.
  if (owned === undefined) return { errors, warnings, reasons: new Map() };
  const given = constructs.flatMap((scope) => acknowledged.get(scope) ?? []);
  const { findings, accepted, unused } = checkApp(root, owned, registry, given);
  for (const finding of findings) {
    const owner = owned[finding.index]?.owner;
    if (finding.acknowledged !== null || owner === undefined || finding.severity === 'info') continue;
    const text = `${describeFinding(finding)}${whereOf(owner)}`;
    if (finding.severity === 'error') errors.get(owner)?.push(text);
    else warn(owner, text);
  }
  for (const { scope, rule } of given) {
    const current = loadCheck().findRule(rule)?.id ?? rule;
    if (current !== rule) warn(scope, `rule '${rule}' is now called '${current}': acknowledge it by that id`);
  }
  for (const { scope, rule } of unused.filter(({ isImplied }) => !isImplied)) warn(scope, uselessness(rule));
  return { errors, warnings, reasons: reasonsOf(owned, accepted) };
}

function describeFinding(finding: Finding): string {
  const { object, message, rule } = finding;
  const path = pathBeside(finding);
  const place = path === '' ? '' : ` (${path})`;
  const fix = finding.fix === '' ? '' : `; ${finding.fix}`;
  return `${describeRef(object)}: ${message}${place}${fix} [${rule}]`;
}

/** Why an acknowledgement that no finding needs does nothing. */
function uselessness(rule: string): string {
  const { CATALOGUE, findRule } = loadCheck();
  if (findRule(rule) !== undefined) {
    return `rule '${rule}' is acknowledged, but nothing below breaks it: leave the acknowledgement out`;
  }
  const ids = CATALOGUE.map(({ id }) => id);
  const meant = nearest(rule, ids);
  return `the acknowledgement names an unknown rule '${rule}'${meant === undefined ? '' : `; did you mean '${meant}'?`}`;
}
