import type { Answer, WatchEvent } from './api-client';
import { type Change, type Listed, ListWatch } from './list-watch';

const object = (name: string, resourceVersion: string, uid = name): Listed => ({
  metadata: { name, uid, resourceVersion },
});

/** A collection of which each list, and then each watch, is what the test says; then it is aborted. */
class Collection {
  public readonly versions: string[] = [];
  private readonly ending = new AbortController();
  private turn = 0;

  public constructor(
    private readonly lists: ReadonlyArray<readonly Listed[] | Error | number>,
    private readonly watches: ReadonlyArray<readonly (WatchEvent | Error)[]>,
  ) {}

  public async get(): Promise<Answer> {
    const list = this.lists[this.turn++];
    if (list === undefined) {
      this.ending.abort();
      return { status: 503, body: 'over' };
    }
    if (list instanceof Error) throw list;
    if (typeof list === 'number') return { status: list, body: 'not now' };
    return { status: 200, body: { metadata: { resourceVersion: String(this.turn * 100) }, items: list } };
  }

  public async *watch(_path: string, version: string): AsyncGenerator<WatchEvent, void> {
    this.versions.push(version);
    for (const event of this.watches[this.versions.length - 1] ?? []) {
      if (event instanceof Error) throw event;
      yield event;
    }
  }

  /** What is told, as `ADDED a@1`. */
  public async told(tell: (change: Change<Listed>) => void = () => {}): Promise<readonly string[]> {
    const told: string[] = [];
    const note = (change: Change<Listed>) => {
      const { name, resourceVersion } = change.object.metadata;
      told.push(`${change.type} ${name}@${resourceVersion}`);
      tell(change);
    };
    const watch = new ListWatch<Listed>(this, '/pods', note, 0);
    await watch.run(this.ending.signal);
    return told;
  }
}

const added = (one: Listed): WatchEvent => ({ type: 'ADDED', object: one });

test('a watch begins where the list ended', async () => {
  const collection = new Collection([[object('a', '1')]], [[added(object('b', '2'))]]);
  expect(await collection.told()).toEqual(['ADDED a@1', 'ADDED b@2']);
  expect(collection.versions).toEqual(['100']);
});

test.each([
  ['ends', []],
  ['breaks', [new Error('socket hang up')]],
  ['tells of an error', [{ type: 'ERROR', object: { kind: 'Status', code: 410 } }]],
] as const)('what happened while there was no watch is told after one that %s', async (_how, end) => {
  const first = [added(object('b', '2')), ...end];
  const collection = new Collection([[object('a', '1')], [object('b', '5'), object('c', '3')]], [first, []]);
  expect(await collection.told()).toEqual(['ADDED a@1', 'ADDED b@2', 'DELETED a@1', 'MODIFIED b@5', 'ADDED c@3']);
  expect(collection.versions).toEqual(['100', '200']);
});

test('what was deleted and made again under its name is told as two objects', async () => {
  const collection = new Collection([[object('web-0', '1', 'old')], [object('web-0', '7', 'new')]], [[], []]);
  expect(await collection.told()).toEqual(['ADDED web-0@1', 'DELETED web-0@1', 'ADDED web-0@7']);
});

test('what is known already is not told again', async () => {
  const collection = new Collection([[object('a', '1')], [object('a', '1')]], [[added(object('a', '1'))], []]);
  expect(await collection.told()).toEqual(['ADDED a@1']);
});

test('a list that fails is asked for again', async () => {
  const collection = new Collection([503, new Error('connection refused'), [object('a', '1')]], []);
  expect(await collection.told()).toEqual(['ADDED a@1']);
});

test('what the handler throws is not swallowed', async () => {
  const told = new Collection([[]], [[added(object('a', '1'))]]).told(() => {
    throw new Error('no such workload');
  });
  await expect(told).rejects.toThrow('no such workload');
});

test('a collection that can never be listed is an error', async () => {
  const told = new Collection(
    Array.from({ length: 60 }, () => 403),
    [],
  ).told();
  await expect(told).rejects.toThrow('/pods cannot be listed: 403 "not now"');
});
