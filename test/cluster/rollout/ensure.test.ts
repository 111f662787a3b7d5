import type { Answer } from '../api-client';
import { Background } from './background';
import { ensure } from './ensure';

/** A server that gives these answers, the last one for ever, and how often it was asked. */
function server(...answers: ReadonlyArray<number | Error>): { send: () => Promise<Answer>; asked: () => number } {
  let asked = 0;
  const send = async (): Promise<Answer> => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    if (typeof answer !== 'number') throw answer;
    return { status: answer, body: `answer ${asked}` };
  };
  return { send, asked: () => asked };
}

test.each([409, 429, 500, 503, new Error('read ECONNRESET')])('a request is sent again after %s', async (passing) => {
  const { send, asked } = server(passing, 200);
  expect(await ensure('making web ready', [200], send)).toMatchObject({ status: 200 });
  expect(asked()).toBe(2);
});

test('what is done already is done', async () => {
  const { send, asked } = server(404);
  await ensure('removing web', [200, 404], send);
  expect(asked()).toBe(1);
});

test('what the server refuses is an error at once, which says what was to be done', async () => {
  const { send, asked } = server(422);
  await expect(ensure('creating web', [201], send)).rejects.toThrow('creating web: 422 "answer 1"');
  expect(asked()).toBe(1);
});

test('a server that never can is an error in the end', async () => {
  await expect(ensure('creating web', [201], server(503).send)).rejects.toThrow('creating web: 503');
});

test('what fails in the background fails the next check', async () => {
  const background = new Background();
  background.start(Promise.resolve());
  background.start(ensure('creating web', [201], server(422).send));
  await new Promise((resolve) => setTimeout(resolve));
  expect(() => background.check()).toThrow('creating web: 422');
});
