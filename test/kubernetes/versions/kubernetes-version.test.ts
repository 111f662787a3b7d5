import { featureState, hasFeature } from '../../../lib/kubernetes/versions/features';
import { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';

test('reads a version with or without v and patch', () => {
  for (const text of ['1.34', 'v1.34', 'v1.34.2', '1.34.2+k3s1', '1.34.0-eks-123'])
    expect(KubernetesVersion.of(text)).toBe(KubernetesVersion.V1_34);
});

test.each(['1.27', '1.99', '2.0', 'latest', ''])('refuses %p with the range', (text) => {
  expect(() => KubernetesVersion.of(text)).toThrow(
    `unknown Kubernetes version '${text}'; write one from 1.28 to 1.37, such as '1.37'`,
  );
});

test('is in order, and prints itself', () => {
  const minors = KubernetesVersion.all().map(String);
  expect(minors).toEqual([...minors].sort());
  expect(KubernetesVersion.V1_34.isAtLeast(KubernetesVersion.V1_30)).toBe(true);
});

test('a feature is unknown, then dropped in silence, then on', () => {
  const sleep = (version: KubernetesVersion) => featureState('PodLifecycleSleepAction', version);
  expect([KubernetesVersion.V1_28, KubernetesVersion.V1_29, KubernetesVersion.V1_30].map(sleep)).toEqual([
    'unknown',
    'off',
    'on',
  ]);
  expect(hasFeature('MaxUnavailableStatefulSet', KubernetesVersion.V1_36)).toBe(false);
  expect(hasFeature('MaxUnavailableStatefulSet', KubernetesVersion.V1_37)).toBe(true);
});
