import type { DiagnosisEntry, DiagnosisReport } from '../../../diagnosis';
import { count } from '../../../kubernetes/text/count';
import { describeRef, type ObjectRef } from '../../../kubernetes/views/manifest';
import type { GlobalFlags } from '../../frame/global-flags';
import type { Styles } from '../../output/terminal';

const WIDTH = 100;
const LABEL = 9;
/** Proof lines, symptoms and objects beyond these are counted. */
const MOST = 4;

/** A report for people: what is wrong first, most serious first, then what is still on its way, then a count. */
export function toText(report: DiagnosisReport, styles: Styles, { quiet }: GlobalFlags = {}): string {
  const blocks = report.diagnoses.map((entry) => (entry.outcome === 'ok' ? well(entry, styles) : block(entry, styles)));
  const counts = quiet === true ? [] : ['', summary(report, styles)];
  const text = [...joined(blocks, report.diagnoses), ...counts].join('\n').trimStart();
  return text === '' ? '' : `${text}\n`;
}

/** Entries of one line stand close together; the others are parted by an empty line. */
function joined(blocks: readonly string[], entries: readonly DiagnosisEntry[]): readonly string[] {
  return blocks.flatMap((text, index) => {
    const isFirstOfKind = index === 0 || entries[index - 1]?.outcome !== 'ok';
    return entries[index]?.outcome === 'ok' && !isFirstOfKind ? [text] : ['', text];
  });
}

function block(entry: DiagnosisEntry, styles: Styles): string {
  const { container, cause, fix, proof, command, more, symptoms } = entry;
  const head = `${mark(entry, styles)} ${styles.bold(entry.class)}  ${subjectOf(entry)}${container === null ? '' : styles.dim(`  container ${container}`)}`;
  const lines = [
    ...row('', `${cause}.`, (text) => text),
    ...few(proof).flatMap((line) => row('proof', line, styles.dim)),
    ...(fieldOf(entry) === null ? [] : row('change', fieldOf(entry) ?? '', styles.cyan)),
    ...(codeOf(entry) === null ? [] : row('code', codeOf(entry) ?? '', styles.cyan)),
    ...row('do', fix, (text) => text),
    ...[command, ...more].flatMap((line, index) =>
      line === null ? [] : [`${label(index === 0 ? 'next' : '')}${styles.green(line)}`],
    ),
    ...(entry.preventedBy === null ? [] : row('rule', `${entry.preventedBy} tells this before it happens`, styles.dim)),
    ...(symptoms.length === 0 ? [] : row('explains', few(symptomLines(entry)).join('; '), styles.dim)),
  ];
  return [head, ...lines].join('\n');
}

function well(entry: DiagnosisEntry, styles: Styles): string {
  return `${mark(entry, styles)} ${styles.bold(entry.class)}  ${subjectOf(entry)}${styles.dim(`  ${entry.cause}`)}`;
}

function mark({ outcome, severity }: DiagnosisEntry, styles: Styles): string {
  if (outcome === 'ok') return styles.green('ok     ');
  if (severity === 'error') return styles.red('error  ');
  if (severity === 'warning') return styles.yellow('warning');
  return styles.blue(outcome === 'waiting' ? 'waiting' : 'info   ');
}

/** The workload, and how many of its objects have the trouble; the object itself where it is one alone. */
function subjectOf({ object, owner, affected, symptoms }: DiagnosisEntry): string {
  const own = affected.length - symptoms.length;
  const isOwner = owner.kind === object.kind && owner.name === object.name;
  if (isOwner || own === 1) return isOwner ? describeRef(object) : `${describeRef(object)} (${shortOwner(owner)})`;
  const owners = new Set(affected.map(({ namespace }) => namespace));
  const where = owners.size === 1 ? '' : `, in ${owners.size} namespaces`;
  return `${shortOwner(owner)}: ${own} ${plural(object.kind ?? 'object')}${where}, such as ${object.name ?? '(no name)'}`;
}

function shortOwner(owner: ObjectRef): string {
  return describeRef(owner);
}

function plural(kind: string): string {
  return `${kind.charAt(0).toLowerCase()}${kind.slice(1)}s`;
}

function fieldOf({ field, ownerField, owner, object }: DiagnosisEntry): string | null {
  if (field === null) return null;
  return ownerField === null || owner.name === object.name ? field : `${ownerField} of ${describeRef(owner)}`;
}

function codeOf({ source, construct, prop }: DiagnosisEntry): string | null {
  if (construct === null) return null;
  const place = source === null ? `construct ${construct}` : `${source} (${construct})`;
  return prop === null ? place : `${place}: ${prop}`;
}

/** A ReplicaSet between the pods and their Deployment says nothing that the Deployment does not. */
function symptomLines({ symptoms }: DiagnosisEntry): readonly string[] {
  const told = symptoms.filter(({ object }) => object.kind !== 'ReplicaSet');
  return (told.length === 0 ? symptoms : told).map((symptom) => `${describeRef(symptom.object)} is ${symptom.class}`);
}

function few(lines: readonly string[]): readonly string[] {
  return lines.length <= MOST ? lines : [...lines.slice(0, MOST - 1), `and ${lines.length - MOST + 1} more`];
}

function label(name: string): string {
  return `  ${name.padEnd(LABEL)}`;
}

/** A label, and text beside it that is broken into lines. */
function row(name: string, text: string, style: (text: string) => string): readonly string[] {
  return wrapped(text, WIDTH - LABEL - 2).map((line, index) => `${label(index === 0 ? name : '')}${style(line)}`);
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function summary({ diagnoses, healthy, evidence }: DiagnosisReport, styles: Styles): string {
  if (evidence.objects === 0) return 'no object was read';
  if (evidence.diagnosed === 0) {
    return `${count(evidence.objects, 'object')} read (${count(evidence.events, 'event')}), none with a state to diagnose: pass the pods and their owners as well`;
  }
  const number = (severity: string) =>
    diagnoses.filter((entry) => entry.outcome !== 'ok' && entry.severity === severity).length;
  const [errors, warnings, waiting] = [number('error'), number('warning'), number('info')];
  const found = [
    ...(errors > 0 ? [styles.red(count(errors, 'error'))] : []),
    ...(warnings > 0 ? [styles.yellow(count(warnings, 'warning'))] : []),
    ...(waiting > 0 ? [styles.blue(`${waiting} in progress`)] : []),
  ];
  const well = Object.values(healthy).reduce((sum, each) => sum + each, 0);
  const kinds = Object.entries(healthy).map(([name, each]) => `${each} ${name}`);
  const rest = `${styles.green(count(well, 'healthy object'))}${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`;
  const events =
    evidence.events === 0 && errors + warnings > 0
      ? '; no events were read: `kubectl get events -o json` would add what they say'
      : '';
  return `${[...found, rest].join(', ')}${events}`;
}
