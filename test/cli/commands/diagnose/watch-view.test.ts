import { Writable } from 'node:stream';
import type { RolloutVerdict } from '../../../../lib/cli/commands/diagnose/live/verdict';
import { cut, viewOf, WatchView } from '../../../../lib/cli/commands/diagnose/live/watch-view';
import { stylesFor } from '../../../../lib/cli/output/terminal';
import { diagnose } from '../../../../lib/diagnosis';
import type { Manifest } from '../../../../lib/kubernetes/views/manifest';

const PLAIN = stylesFor({ isTTY: false });
const cart = (updated: number, available: number): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { replicas: 4 },
  status: { replicas: 4, updatedReplicas: updated, availableReplicas: available },
});
const underWay = (objects: readonly Manifest[]): RolloutVerdict => ({
  type: 'under-way',
  reasons: diagnose(objects).diagnoses,
});

test('a bar is as long as what is both new and available', () => {
  const objects = [cart(2, 4)];
  const lines = viewOf(objects, underWay(objects), 24.4, PLAIN);
  expect(lines[0]).toBe('24 s, 1 workload');
  expect(lines[1]).toBe('██████████░░░░░░░░░░  Deployment shop/cart  2 of 4 new, 4 available');
  expect(lines[2]).toMatch(/^ {2}DeploymentProgressing {2}cart: /);
});

test('what is complete has a full bar and no reason', () => {
  expect(viewOf([cart(4, 4)], { type: 'complete' }, 60, PLAIN)).toEqual([
    '60 s, 1 workload',
    '████████████████████  Deployment shop/cart  4 of 4 new, 4 available',
  ]);
});

test('many workloads are counted', () => {
  const objects = Array.from({ length: 9 }, () => cart(4, 4));
  expect(viewOf(objects, { type: 'complete' }, 0, PLAIN)).toHaveLength(7);
});

test('a line is cut to the width of the terminal, and its styles are kept whole', () => {
  const red = stylesFor({ isTTY: true }, {}).red('abcdefgh');
  expect(cut('abcdefgh', 8)).toBe('abcdefgh');
  expect(cut('abcdefgh', 5)).toBe('abcd…');
  expect(cut(red, 5)).toBe(`${red.replace('efgh', '')}…`);
});

/** A terminal that notes what is written to it. */
function terminal(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly written: string[] } {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY, columns: 40 }) as unknown as NodeJS.WriteStream, written };
}

test('a terminal is redrawn in place', () => {
  const { stream, written } = terminal(true);
  const view = new WatchView(stream);
  view.show([cart(4, 4)], { type: 'complete' }, 1);
  view.show([cart(4, 4)], { type: 'complete' }, 2);
  expect(written[1]?.startsWith('\u001b[2A\u001b[J')).toBe(true);
});

test('a log gets a line for each change, and no escape sequence', () => {
  const { stream, written } = terminal(false);
  const view = new WatchView(stream);
  const objects = [cart(2, 4)];
  for (const seconds of [0, 2, 4]) view.show(objects, underWay(objects), seconds);
  view.show(objects, { type: 'complete' }, 6);
  expect(written).toEqual(['0 s  Deployment shop/cart: DeploymentProgressing\n', '6 s  complete\n']);
});
