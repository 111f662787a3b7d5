import { createRequire } from 'node:module';
import { autofixOf, findRule } from '../check/catalogue';
import type { RuleOrEntry } from '../check/catalogue-entry';
import { check } from '../check/check';
import type { Finding } from '../check/finding';
import type { CheckOptions } from '../check/options';
import { RULE_ID } from '../check/rule-ids';
import { withValueAt } from '../fixing/change';
import { refusedOnFixedPod } from '../fixing/fixed-pod';
import { ManifestSet } from '../kubernetes/set/manifest-set';
import { parseFieldPath } from '../kubernetes/text/field-path';
import { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import { valueAtPath } from '../kubernetes/views/json';
import type { Manifest } from '../kubernetes/views/manifest';

/**
 * What the contract of all rules asks of one, be it of the catalogue or a team's own: its bad example breaks it exactly
 * once, at a path that exists, and its good example does not; its fix, where it has one, fixes the bad example or says why
 * not; its texts say something, in the style of all others. Empty where it keeps the contract.
 *
 * ```ts
 * test('the rule keeps the contract', () => expect(contractBreaches(rule)).toEqual([]));
 * ```
 *
 * `options` are for a rule that needs some to have anything to say, such as `privateRegistries`.
 */
export function contractBreaches(rule: RuleOrEntry, options: CheckOptions = {}): readonly string[] {
  const known = findRule(rule.id);
  if (known !== undefined && known !== rule) return [`the id "${rule.id}" is that of a rule of the catalogue`];
  const previous = 'before' in rule && rule.before !== undefined ? read(rule.before) : undefined;
  const extraRules = known === undefined && 'check' in rule ? [rule] : [];
  const findingsOn = (manifests: readonly Manifest[]): readonly Finding[] => {
    const { findings, covered } = check(manifests, { ...options, previous, extraRules });
    return [...covered, ...findings].filter((finding) => finding.rule === rule.id);
  };
  const bad = read(rule.bad);
  const found = findingsOn(bad);
  const [first] = found;
  const onGood = findingsOn(read(rule.good)).length;
  return [
    ...[rule.id, ...(rule.formerIds ?? [])].map((id) =>
      breach(new RegExp(RULE_ID).test(id), `the id "${id}" is not a lower-case sentence joined by dashes`),
    ),
    breach(found.length === 1, `the bad example breaks it ${found.length} times, where once is right`),
    breach(onGood === 0, `the good example breaks it ${onGood} times`),
    ...(first === undefined ? [] : [pathBreach(first, bad), messageBreach(first.message)]),
    ...(first === undefined ? [] : [fixBreach(rule, first, bad, findingsOn, options)]),
    ...textBreaches(rule),
    breach(Object.isFrozen(rule), 'it is not frozen: make it with defineRule'),
  ].flat();
}

function breach(isKept: boolean, sentence: string): readonly string[] {
  return isKept ? [] : [sentence];
}

function pathBreach({ path, index }: Finding, bad: readonly Manifest[]): readonly string[] {
  const isThere = parseFieldPath(path).length > 0 && valueAtPath(bad[index], path) !== undefined;
  return breach(isThere, `the path "${path}" of its finding is not in the bad example`);
}

/** No full stop, no double blank, no word that says nothing. */
const ODD = /!|\bplease\b|undefined|NaN|\s{2}/i;

function messageBreach(message: string): readonly string[] {
  const isPlain = /^[a-z0-9]|^[A-Z][A-Za-z]+ \S/.test(message) && !/^error|\.$/i.test(message) && !ODD.test(message);
  return breach(isPlain && message.length < 240, `the message "${message}" is not one plain sentence, subject first`);
}

function textBreaches({ title, why, fix, see }: RuleOrEntry): readonly string[] {
  const texts = [
    { name: 'title', text: title, form: /^[A-Z].*[^.]$/, meant: 'a sentence without full stop' },
    { name: 'why', text: why, form: /^[A-Z].*\.$/, meant: 'sentences' },
    { name: 'fix', text: fix, form: /^[A-Z].*\.$/, meant: 'sentences' },
  ];
  return [
    ...texts.flatMap(({ name, text, form, meant }) => [
      ...breach(text.length > 15, `"${name}" says too little`),
      ...breach(
        text.length <= 15 || (form.test(text) && !ODD.test(text)),
        `"${name}" is not ${meant}, plainly written`,
      ),
    ]),
    ...breach(see.length > 0, '"see" names no page'),
    ...see.flatMap((page) => breach(page.startsWith('https://'), `"see" names "${page}", which is not an https page`)),
  ];
}

/** Tells where the fix of a rule neither fixes its bad example nor says why not. */
function fixBreach(
  rule: RuleOrEntry,
  finding: Finding,
  bad: readonly Manifest[],
  findingsOn: (manifests: readonly Manifest[]) => readonly Finding[],
  { version = KubernetesVersion.V1_30, privateRegistries = [], route }: CheckOptions,
): readonly string[] {
  const autofix = autofixOf(rule);
  const set = ManifestSet.of(bad);
  const object = set.objects[finding.index];
  if (autofix === undefined || object === undefined) return [];
  const change = refusedOnFixedPod(autofix(object, finding, { set, version, privateRegistries, route }), object);
  if ('because' in change)
    return breach(change.because.length > 10, 'its fix refuses the bad example without a reason');
  const fixed =
    change.kind === 'append'
      ? [...bad, change.manifest]
      : bad.map((manifest, index) =>
          index === finding.index ? (withValueAt(manifest, change.path, change.value) as Manifest) : manifest,
        );
  return breach(findingsOn(fixed).length === 0, 'its fix leaves the bad example broken');
}

interface YamlLibrary {
  parseAllDocuments(text: string): ReadonlyArray<{ toJSON(): Manifest }>;
}

/** This package has no dependencies; cdk8s, a peer, always brings a YAML parser with it. */
function read(yaml: string): readonly Manifest[] {
  const { parseAllDocuments } = createRequire(require.resolve('cdk8s'))('yaml') as YamlLibrary;
  return [...parseAllDocuments(yaml)].map((document) => document.toJSON());
}
