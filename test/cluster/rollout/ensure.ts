import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../api-client';

const MOST_ATTEMPTS = 6;
const CONFLICT = 409;
const TOO_MANY_REQUESTS = 429;

/**
 * Sends a request until it is done: again where the connection breaks, or the server cannot answer now.
 *
 * @param done the statuses of what is done, such as 404 for a pod that is to go
 * @throws at any other answer, with what was to be done
 */
export async function ensure(what: string, done: readonly number[], send: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await send().catch((error): Answer => ({ status: 0, body: String(error) }));
    if (done.includes(answer.status)) return answer;
    const { status, body } = answer;
    const isPassing = status === 0 || status === CONFLICT || status === TOO_MANY_REQUESTS || status >= 500;
    if (!isPassing || attempt === MOST_ATTEMPTS) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
    await wait(100 * attempt);
  }
}
