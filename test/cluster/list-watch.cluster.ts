import { until } from '../support/until';
import { ControlPlane } from './control-plane';
import { type Listed, ListWatch } from './list-watch';

const COUNT = 300;
const PATH = '/api/v1/namespaces/default/configmaps';

let plane: ControlPlane;
beforeAll(async () => {
  plane = await ControlPlane.start();
});
afterAll(() => plane?.stop());

test('what is made and deleted while watches begin and end is told, all of it and once', async () => {
  const told = { ADDED: 0, MODIFIED: 0, DELETED: 0 };
  const ending = new AbortController();
  // The server ends each watch after a second.
  const api = {
    get: (path: string) => plane.api.get(path),
    watch: (path: string, version: string, signal: AbortSignal) => plane.api.watch(path, version, signal, 1),
  };
  const watching = new ListWatch<Listed>(api, PATH, ({ type, object }) => {
    if (object.metadata.name.startsWith('config-')) told[type]++;
  }).run(ending.signal);
  for (let index = 0; index < COUNT; index++) {
    const metadata = { name: `config-${index}` };
    await plane.api.post(PATH, { apiVersion: 'v1', kind: 'ConfigMap', metadata });
  }
  await until(
    { what: `${COUNT} new objects`, seconds: 60, missing: () => `${told.ADDED} told` },
    () => told.ADDED === COUNT,
  );
  await plane.api.delete(PATH);
  await until({ what: 'their end', seconds: 60, missing: () => `${told.DELETED} told` }, () => told.DELETED === COUNT);
  ending.abort();
  await watching;
  expect(told).toEqual({ ADDED: COUNT, MODIFIED: 0, DELETED: COUNT });
});
