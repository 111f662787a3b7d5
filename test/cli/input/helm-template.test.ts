import { holdsAction, looksLikeHelmTemplate } from '../../../lib/cli/input/helm-template';

test.each([
  '{{ .Values.a }}',
  '{{- if eq .a "b" }}',
  '{{- include "a" . | nindent 4 }}',
  '{{/* a comment */}}',
  '{{ $name := 1 }}',
  '{{end}}',
])('%s is an action of a template', (text) => {
  expect(looksLikeHelmTemplate(`a: b\n${text}`)).toBe(true);
});

test.each(['a: {b: {c: d}}', 'a: {{b: 1}: 2}', '{{pod}}'])('%s is none', (text) => {
  expect(looksLikeHelmTemplate(text)).toBe(false);
});

test('a mapping as a key shows what YAML made of an action', () => {
  expect(holdsAction({ a: [{ '[object Object]': null }] })).toBe(true);
  expect(holdsAction({ a: [{ b: '{{ .x }}' }, null, 1] })).toBe(false);
});
