import type { DiagnosisEntry } from '../../../../diagnosis';
import { count } from '../../../../kubernetes/text/count';
import { integerOf, objectOf } from '../../../../kubernetes/views/json';
import { describeRef, type Manifest, refOf } from '../../../../kubernetes/views/manifest';
import type { GlobalFlags } from '../../../frame/global-flags';
import { type Styles, stylesFor } from '../../../output/terminal';
import type { RolloutVerdict } from './verdict';

const BAR = 20;
/** Workloads, and reasons, beyond these are counted. */
const MOST = 6;

/** How far one workload is. */
interface Progress {
  readonly name: string;
  readonly done: number;
  readonly desired: number;
  readonly text: string;
}

function progressOf(manifest: Manifest): Progress | undefined {
  const status = objectOf(manifest.status);
  const number = (key: string) => integerOf(status[key]) ?? 0;
  const spec = objectOf(manifest.spec);
  const name = describeRef(refOf(manifest));
  const desired = integerOf(spec.replicas) ?? 1;
  const [updated, ready] = [number('updatedReplicas'), number('readyReplicas')];
  switch (manifest.kind) {
    case 'Deployment': {
      const available = number('availableReplicas');
      // Old pods are available too: a rollout is as far as both numbers are.
      const done = Math.min(updated, available);
      return { name, desired, done, text: `${updated} of ${desired} new, ${available} available` };
    }
    case 'StatefulSet':
      return { name, desired, done: Math.min(updated, ready), text: `${updated} of ${desired} new, ${ready} ready` };
    case 'DaemonSet': {
      const nodes = number('desiredNumberScheduled');
      const [fresh, up] = [number('updatedNumberScheduled'), number('numberReady')];
      return { name, desired: nodes, done: Math.min(fresh, up), text: `${fresh} of ${nodes} new, ${up} ready` };
    }
    case 'Job': {
      const completions = integerOf(spec.completions) ?? 1;
      const [done, failed] = [number('succeeded'), number('failed')];
      return { name, desired: completions, done, text: `${done} of ${completions} succeeded, ${failed} failed` };
    }
    default:
      return undefined;
  }
}

/** The rollout at one moment as lines: a bar for each workload, then what is not done or not well. */
export function viewOf(
  objects: readonly Manifest[],
  verdict: RolloutVerdict,
  seconds: number,
  styles: Styles,
): readonly string[] {
  const workloads = objects.flatMap((object) => progressOf(object) ?? []);
  const reasons = verdict.type === 'complete' ? [] : verdict.reasons;
  return [
    styles.dim(`${Math.round(seconds)} s, ${count(workloads.length, 'workload')}`),
    ...few(
      workloads.map((workload) => line(workload, styles)),
      workloads.length,
      'workload',
    ),
    ...few(
      reasons.map((entry) => reason(entry, styles)),
      reasons.length,
      'reason',
    ),
  ];
}

function line({ name, done, desired, text }: Progress, styles: Styles): string {
  const filled = desired === 0 ? BAR : Math.round((Math.min(done, desired) / desired) * BAR);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
  return `${filled === BAR ? styles.green(bar) : styles.yellow(bar)}  ${name}  ${styles.dim(text)}`;
}

function reason(entry: DiagnosisEntry, styles: Styles): string {
  const style = entry.outcome === 'waiting' ? styles.blue : entry.severity === 'error' ? styles.red : styles.yellow;
  return `  ${style(entry.class)}  ${entry.object.name ?? ''}: ${entry.cause}`;
}

function few(lines: readonly string[], total: number, noun: string): readonly string[] {
  return total <= MOST ? lines : [...lines.slice(0, MOST - 1), `  and ${count(total - MOST + 1, `more ${noun}`)}`];
}

const ESCAPE = String.fromCodePoint(27);
const STYLE = new RegExp(`${ESCAPE}\\[[0-9;]*m`, 'g');

/** Cuts a line to the width of the terminal, so that redrawing counts lines rightly; styles take no room. */
export function cut(text: string, width: number): string {
  if (text.replace(STYLE, '').length <= width) return text;
  let [kept, room] = ['', width - 1];
  for (const part of text.split(new RegExp(`(${ESCAPE}\\[[0-9;]*m)`))) {
    if (part.startsWith(ESCAPE)) kept += part;
    else {
      kept += part.slice(0, room);
      room = Math.max(0, room - part.length);
    }
  }
  return `${kept}…`;
}

/** Shows a rollout on stderr: redrawn in place on a terminal, else one line for each change. */
export class WatchView {
  private drawn = 0;
  private last = '';

  public constructor(
    private readonly stream: NodeJS.WriteStream = process.stderr,
    private readonly flags: GlobalFlags = {},
  ) {}

  public show(objects: readonly Manifest[], verdict: RolloutVerdict, seconds: number): void {
    if (this.stream.isTTY === true) this.redraw(viewOf(objects, verdict, seconds, stylesFor(this.stream, this.flags)));
    else this.append(verdict, seconds);
  }

  private redraw(lines: readonly string[]): void {
    const width = Math.max(20, (this.stream.columns ?? 80) - 1);
    const back = this.drawn === 0 ? '' : `${ESCAPE}[${this.drawn}A${ESCAPE}[J`;
    this.stream.write(`${back}${lines.map((text) => `${cut(text, width)}\n`).join('')}`);
    this.drawn = lines.length;
  }

  private append(verdict: RolloutVerdict, seconds: number): void {
    const reasons = verdict.type === 'complete' ? [] : verdict.reasons;
    const told = reasons.slice(0, 3).map((entry) => `${describeRef(entry.owner)}: ${entry.class}`);
    const text = told.length === 0 ? 'complete' : told.join(', ');
    if (text !== this.last) this.stream.write(`${Math.round(seconds)} s  ${text}\n`);
    this.last = text;
  }
}
