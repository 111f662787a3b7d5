import type { Page } from '../docs';
import { TOPICS } from './notes/topics';

/** docs/notes.md: every heading of the notes that this product implements, and where the product answers it. */
export async function pages(): Promise<readonly Page[]> {
  const rows = TOPICS.map(({ level, heading, about, answer, rules, diagnoses }) => {
    const name = `${'&nbsp;'.repeat((level - 1) * 4)}${level === 1 ? `**${about}**` : about}`;
    const links = [
      ...rules.map((id) => `[${id}](rules/${id}.md)`),
      ...diagnoses.map((id) => `[${id}](diagnoses/${id}.md)`),
    ];
    return `| ${name} | ${heading} | ${answer} | ${links.join(', ')} |`;
  });
  const text = [
    '# The notes, and where each is answered',
    '',
    'This product implements a set of notes on the life of pods. Each of their headings is here, with what the product does about it, the rules',
    'that hold it and the diagnoses that tell it. Where the notes repeat what the source of Kubernetes contradicts, the product does what Kubernetes does:',
    '',
    '- SIGTERM does not trigger preStop: the hook runs first, to its end, inside the grace period.',
    '- A failing readiness check is not what takes a stopping pod out of its Services; the deletion is, at once, in parallel with preStop.',
    '- maxSurge does not cap the pods that are alive: those that terminate are extra.',
    '- A container that was killed with 137 was not necessarily out of memory.',
    '- A crash-looping pod stays in phase Running.',
    '',
    '| topic | heading | answer | rules and diagnoses |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
  return [{ path: 'docs/notes.md', text }];
}
