import { count, workload } from '../support';

const fires = (image: string) => count('image-reference-is-valid', [workload({ container: { image } })]);

test.each(['Registry.example.com/Web:1', 'web:1:2', 'web:', 'web@sha256:abc', 'web :1', '-web', 'a//b', 'https//web'])(
  '%s cannot be read',
  (image) => {
    expect(fires(image)).toBe(1);
  },
);

test.each(['web', 'Registry.example.com/web:1.0', 'registry:5000/a/b_c/d-e:V1', `a@sha256:${'a'.repeat(64)}`])(
  '%s can',
  (image) => {
    expect(fires(image)).toBe(0);
  },
);

test.each([
  'ko://example.com/x',
  '$(IMAGE)',
  '$IMAGE:1',
  '{{ .Values.image }}',
  '<IMAGE>',
  'REGION_NAME-docker.pkg.dev/PROJECT_ID/web:1',
  '',
])('the placeholder %j is not judged', (image) => {
  expect(fires(image)).toBe(0);
});
