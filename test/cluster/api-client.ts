import type { IncomingMessage } from 'node:http';
import { Agent, type RequestOptions, request } from 'node:https';
import { createInterface } from 'node:readline';

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

/** A client of one API server that keeps its connections open. */
export class ApiClient {
  private readonly agent: Agent;

  constructor(
    private readonly port: number,
    private readonly token: string,
    connections: number,
  ) {
    // The server makes its certificate itself when it starts, on loopback.
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

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  /** Sends a merge patch. */
  patch(path: string, body: unknown): Promise<Answer> {
    return this.send('PATCH', path, body, 'application/merge-patch+json');
  }

  /** Watches a collection: tells of every event until the stream ends or is aborted. */
  async watch(path: string, tell: (event: WatchEvent) => void, signal: AbortSignal): Promise<void> {
    const headers = { authorization: `Bearer ${this.token}`, accept: 'application/json' };
    const options = { host: '127.0.0.1', port: this.port, path, headers, rejectUnauthorized: false, signal };
    try {
      for await (const line of await lines(options)) tell(JSON.parse(line) as WatchEvent);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
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
        const isClosed = error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
        if (!isClosed) throw error;
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
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.port, path, method, headers, agent: this.agent };
      const sent = request(options, (response) => read(response).then(resolve, reject));
      sent.once('error', reject);
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

function lines(options: RequestOptions): Promise<AsyncIterable<string>> {
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => resolve(createInterface({ input: response })));
    sent.once('error', reject);
    sent.end();
  });
}
