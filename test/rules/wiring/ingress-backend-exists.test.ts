import { found, service } from '../support';

const RULE = 'ingress-backend-exists';
const ingress = (backend: object, namespace?: string) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web', ...(namespace && { namespace }) },
  spec: { rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }] } as never,
});
const to = (name: string, port: object) => ingress({ service: { name, port } });
const AT = 'warning web spec.rules[0].http.paths[0].backend.service';
const named = service({ ports: [{ name: 'http', port: 80 }] });

test('name and port have to be there, the port by number or by name', () => {
  expect(found(RULE, [named, to('web', { number: 80 })])).toEqual([]);
  expect(found(RULE, [named, to('web', { name: 'http' })])).toEqual([]);
  expect(found(RULE, [named, to('web', { number: 8080 })])).toEqual([AT]);
  expect(found(RULE, [named, to('web', { name: 'https' })])).toEqual([AT]);
  expect(found(RULE, [named, to('other', { number: 80 })])).toEqual([AT]);
});

test('a set without Services says nothing', () => {
  expect(found(RULE, [to('web', { number: 80 })])).toEqual([]);
});

test('the namespace is that of the Ingress', () => {
  const elsewhere = ingress({ service: { name: 'web', port: { number: 80 } } }, 'a');
  expect(found(RULE, [service({}, 'web', 'b'), elsewhere])).toEqual([AT]);
});

test('the form before networking.k8s.io/v1 is read, and actions of the AWS controller are its own', () => {
  const old = { ...ingress({ serviceName: 'web', servicePort: 8080 }), apiVersion: 'extensions/v1beta1' };
  expect(found(RULE, [service(), old])).toEqual(['warning web spec.rules[0].http.paths[0].backend']);
  expect(found(RULE, [service(), to('web', { name: 'use-annotation' })])).toEqual([]);
});

test('a backend that is no Service is passed over', () => {
  expect(found(RULE, [service(), ingress({ resource: { kind: 'StorageBucket', name: 'x' } })])).toEqual([]);
});
