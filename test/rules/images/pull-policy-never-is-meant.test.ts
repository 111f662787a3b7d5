import { found, workload } from '../support';

test('Never is told of every container, init containers among them', () => {
  const init = { initContainers: [{ name: 'init', image: 'a:1', imagePullPolicy: 'Never' }] };
  expect(found('pull-policy-never-is-meant', [workload({ pod: init })])).toEqual([
    'warning web spec.template.spec.initContainers[0].imagePullPolicy',
  ]);
});
