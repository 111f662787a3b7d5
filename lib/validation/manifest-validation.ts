import { findRule } from '../check/catalogue';
import { check } from '../check/check';
import type { Finding } from '../check/finding';
import { pathBeside } from '../kubernetes/text/field-path';
import { groupedBy } from '../kubernetes/views/groups';
import { isObject } from '../kubernetes/views/json';
import { describeRef, type Manifest } from '../kubernetes/views/manifest';
import { isAtLeast } from '../lifecycle/severity';
import type { ValidationContext } from './cli-contract';
import { settingsOf } from './properties';

interface Synthesized {
  readonly manifest: Manifest;
  readonly file: string;
}

/** What the plugin does, apart from the class that cdk8s-cli makes: loading this loads every rule. */
export class ManifestValidation {
  private readonly settings: ReturnType<typeof settingsOf>;

  /** @throws if a property is unknown */
  public constructor(properties: Readonly<Record<string, unknown>>) {
    this.settings = settingsOf(properties);
  }

  /** Reports what breaks a rule in the synthesized manifests. */
  public async validate(context: ValidationContext): Promise<void> {
    const { options, report, failOn } = this.settings;
    const objects = context.manifests.flatMap((file) =>
      context.parseManifest(file).flatMap((manifest) => (isObject(manifest) ? [{ manifest, file }] : [])),
    );
    const { findings, notChecked } = check(
      objects.map(({ manifest }) => manifest),
      options,
    );
    const open = findings.filter(({ acknowledged }) => acknowledged === null);
    const told = open.filter(({ severity }) => isAtLeast(severity, report) || isAtLeast(severity, failOn));
    for (const [rule, group] of groupedBy(told, ({ rule }) => rule)) this.report(rule, group, objects, context);
    context.report.submit(open.some(({ severity }) => isAtLeast(severity, failOn)) ? 'failure' : 'success', {
      Objects: String(objects.length),
      'Not checked': String(notChecked.length),
      Acknowledged: String(findings.length - open.length),
    });
  }

  private report(
    rule: string,
    findings: readonly Finding[],
    objects: readonly Synthesized[],
    context: ValidationContext,
  ): void {
    const [first] = findings;
    const why = findRule(rule)?.why ?? '';
    context.report.addViolation({
      ruleName: rule,
      recommendation: `(${first?.severity}) ${why}`,
      fix: first?.fix ?? '',
      violatingResources: findings.map((finding) => ({
        resourceName: nameFor(finding, objects, context),
        locations: [[pathBeside(finding), finding.message].filter((text) => text !== '').join(': ')],
        manifestPath: objects[finding.index]?.file ?? '',
      })),
    });
  }
}

/**
 * The name that the report shows, with the kind: cdk8s-cli looks the construct path up by it, so the path that is known
 * is entered under it. Our own annotation tells it exactly; cdk8s-cli's map tells it where only one object has the name.
 */
function nameFor({ object, construct }: Finding, objects: readonly Synthesized[], context: ValidationContext): string {
  const shown = describeRef(object);
  const name = object.name ?? '';
  const sharing = objects.filter(({ manifest }) => isObject(manifest.metadata) && manifest.metadata.name === name);
  const path = construct ?? (sharing.length === 1 ? context.metadata[name]?.path : undefined);
  if (path !== undefined) context.metadata[shown] = { path };
  return shown;
}
