import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { linesOf } from './lines-of';

test('lines are whole however they are cut, and half a line at the end is none', async () => {
  const lines: string[] = [];
  const chunks = async function* () {
    yield* ['one\ntw', 'o', '\n\nth', 'ree\nfo'];
  };
  for await (const line of linesOf(chunks())) lines.push(line);
  expect(lines).toEqual(['one', 'two', '', 'three']);
});

test('what comes before somebody listens, or while nobody does, is not lost', async () => {
  const stream = new PassThrough({ encoding: 'utf8' });
  stream.write('one\ntwo\n');
  const lines = linesOf(stream);
  await turn();
  expect(await lines.next()).toMatchObject({ value: 'one' });
  stream.end('three\n');
  await turn();
  expect(await lines.next()).toMatchObject({ value: 'two' });
  expect(await lines.next()).toMatchObject({ value: 'three' });
  expect(await lines.next()).toMatchObject({ done: true });
});
