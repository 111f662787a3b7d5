import type { IncomingMessage } from 'node:http';
import { Agent, type RequestOptions, request } from 'node:https';
import { codeOf } from './error-code';
import { linesOf } from './lines-of';

/** What the API server answered; `body` is the parsed JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One event of a watch, with the object as it is then. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: unknown;
}

/** No request of these tests takes a busy machine so long. */
const ANSWER_SECONDS = 60;
/** The server ends a watch after so long; one that is silent for longer has lost its server. */
const WATCH_SECONDS = 300;

/** A client of one API server that keeps its connections open. */
export class ApiClient {
  private readonly agent: Agent;
  private readonly target: RequestOptions;

  constructor(
    port: number,
    private readonly token: string,
    connections: number,
  ) {
    // The server makes its certificate itself when it starts, on loopback.
    this.target = { host: '127.0.0.1', port, rejectUnauthorized: false };
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, rejectUnauthorized: false });
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.send('POST', path, body);
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.send('PUT', path, body);
  }

  delete(path: string, options?: unknown): Promise<Answer> {
    return this.send('DELETE', path, options);
  }

  /** Sends a merge patch. */
  patch(path: string, body: unknown): Promise<Answer> {
    return this.send('PATCH', path, body, 'application/merge-patch+json');
  }

  /**
   * The events of a collection from a version of it on, until the server ends the stream or it is aborted. An event that
   * is not asked for yet waits: none is lost.
   *
   * @throws where the server refuses, or the connection breaks
   */
  async *watch(
    path: string,
    resourceVersion: string,
    signal: AbortSignal,
    seconds = WATCH_SECONDS,
  ): AsyncGenerator<WatchEvent, void> {
    const query = new URLSearchParams({ watch: 'true', resourceVersion, timeoutSeconds: String(seconds) });
    const headers = { authorization: `Bearer ${this.token}`, accept: 'application/json' };
    const options = { ...this.target, path: `${path}?${query}`, headers, signal, timeout: (seconds + 30) * 1000 };
    const response = await begin(options);
    if (response.statusCode !== 200) {
      response.resume();
      throw new Error(`the watch of ${path} is refused with ${response.statusCode}`);
    }
    response.setEncoding('utf8');
    for await (const line of linesOf(response)) yield JSON.parse(line) as WatchEvent;
  }

  close(): void {
    this.agent.destroy();
  }

  /**
   * A connection that the server closes in the moment in which it is used again is no failure: then once more. Where it
   * closes each one, it panics on the object (a Job of completionMode Indexed with a successPolicy and no completions does
   * that), and that is its answer.
   */
  private async send(method: string, path: string, body?: unknown, type?: string): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.sendOnce(method, path, body, type);
      } catch (error) {
        if (codeOf(error) !== 'ECONNRESET') throw error;
        if (attempt > 3)
          return { status: 500, body: { message: 'the server closed the connection without an answer' } };
      }
    }
  }

  private sendOnce(method: string, path: string, body?: unknown, type = 'application/json'): Promise<Answer> {
    const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const headers = {
      authorization: `Bearer ${this.token}`,
      accept: 'application/json',
      ...(payload && { 'content-type': type, 'content-length': payload.length }),
    };
    const signal = AbortSignal.timeout(ANSWER_SECONDS * 1000);
    return new Promise((resolve, reject) => {
      const fail = (error: Error) =>
        reject(signal.aborted ? new Error(`${method} ${path} has no answer after ${ANSWER_SECONDS} s`) : error);
      const options = { ...this.target, path, method, headers, agent: this.agent, signal };
      const sent = request(options, (response) => read(response).then(resolve, fail));
      sent.once('error', fail);
      sent.end(payload);
    });
  }
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const isJson = response.headers['content-type']?.startsWith('application/json') ?? false;
  return { status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : text };
}

function begin(options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(options, resolve);
    sent.once('timeout', () => sent.destroy(new Error(`${options.path} is silent`)));
    sent.once('error', reject);
    sent.end();
  });
}
