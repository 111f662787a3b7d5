import { isIP } from 'node:net';
import fc from 'fast-check';
import { parseCidr, parseIp, validateCidr, validateIp } from '../../lib/admission/ip';
import { Report } from '../../lib/admission/report';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';

test('reads every address that Node reads', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => (isIP(text) !== 0) === (parseIp(text) !== undefined)),
  );
});

test.each([
  '',
  'a',
  '1.2.3',
  '1.2.3.4.5',
  '256.0.0.1',
  '1.2.3.a',
  ':',
  ':::',
  '1::2::3',
  '12345::',
  '::g',
  '1.2.3.4:80',
])('%p is no address', (text) => {
  expect(parseIp(text)).toBeUndefined();
});

test.each([
  ['010.0.0.1', 'leading zeros'],
  ['::ffff:10.0.0.1', 'IPv4 address in IPv6 form'],
])('%p is refused from 1.36 on alone', (text) => {
  const refusals = (version: KubernetesVersion) => {
    const report = new Report(version);
    validateIp(text, 'ip', report);
    return report.rejections.length;
  };
  expect([refusals(KubernetesVersion.V1_35), refusals(KubernetesVersion.V1_36)]).toEqual([0, 1]);
});

test('a block has an address and a length that fits it', () => {
  expect(parseCidr('10.0.0.0/8')).toMatchObject({ prefixLength: 8, address: { family: 'IPv4' } });
  expect(parseCidr('2001:db8::/129')).toBeUndefined();
  expect(parseCidr('10.0.0.0')).toBeUndefined();
});

test('a block with bits after its prefix is refused from 1.36 on', () => {
  const report = new Report(KubernetesVersion.V1_37);
  validateCidr('10.0.0.0/8', 'cidr', report);
  validateCidr('10.0.0.1/8', 'cidr', report);
  expect(report.rejections.map(({ message }) => message)).toEqual([
    'cidr is "10.0.0.1/8", and must not have bits set after its prefix',
  ]);
});
