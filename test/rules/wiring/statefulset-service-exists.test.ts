import { messages, service, workload } from '../support';

const RULE = 'statefulset-service-exists';
const db = workload({ kind: 'StatefulSet', spec: { serviceName: 'db' } });

test.each([
  [service({ clusterIP: 'None' }, 'db'), []],
  [service({}, 'db'), ['serviceName names Service "db", which is not headless']],
  [
    service({ clusterIP: 'None', selector: { app: 'x' } }, 'db'),
    ['serviceName names Service "db", which selects other pods'],
  ],
  [service({ clusterIP: 'None' }, 'other'), ['serviceName names Service "db", which is not there']],
])('what is wrong is told', (governing, expected) => {
  expect(messages(RULE, [db, governing])).toEqual(expected);
});

test('where the set holds no Service, or none is named, nothing is told', () => {
  expect(messages(RULE, [db])).toEqual([]);
  expect(messages(RULE, [workload({ kind: 'StatefulSet' }), service()])).toEqual([]);
});

test('any variant of the Service may be the one', () => {
  const origins = ['db.yaml', 'base.yaml', 'prod.yaml'];
  expect(messages(RULE, [db, service({}, 'db'), service({ clusterIP: 'None' }, 'db')], { origins })).toEqual([]);
});
