import { found, service, workload } from '../support';

const RULE = 'service-port-is-served';
const port = (extra: object) => service({ ports: [{ port: 80, ...extra }] as never });

test('a name has to be there, a number only where others are declared', () => {
  expect(found(RULE, [port({ targetPort: 'web' }), workload()])).toEqual(['error web spec.ports[0].targetPort']);
  expect(found(RULE, [port({ targetPort: 'http' }), workload()])).toEqual([]);
  expect(found(RULE, [port({ targetPort: 9999 }), workload()])).toEqual(['warning web spec.ports[0].targetPort']);
  expect(found(RULE, [port({ targetPort: 9999 }), workload({ container: { ports: [] } })])).toEqual([]);
});

test('targetPort is port where it is left out', () => {
  expect(found(RULE, [port({}), workload()])).toEqual(['warning web spec.ports[0].port']);
});

test('the protocol is a part of a name', () => {
  expect(found(RULE, [port({ targetPort: 'http', protocol: 'UDP' }), workload()])).toHaveLength(1);
});

test('any of the selected pods, and a native sidecar, may have it', () => {
  const sidecar = {
    initContainers: [
      { name: 'p', image: 'p:1', restartPolicy: 'Always', ports: [{ name: 'proxy', containerPort: 1 }] },
    ],
  };
  expect(found(RULE, [port({ targetPort: 'proxy' }), workload({ pod: sidecar })])).toEqual([]);
  const canary = workload({ name: 'canary', container: { ports: [{ name: 'new', containerPort: 2 }] } });
  expect(found(RULE, [port({ targetPort: 'new' }), workload(), canary])).toEqual([]);
});

test('where nothing is selected there is nothing to say', () => {
  expect(found(RULE, [port({ targetPort: 'web' })])).toEqual([]);
});
