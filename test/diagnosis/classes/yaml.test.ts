import { yaml } from '../../../lib/diagnosis/classes/yaml';

test('the indentation of the code is taken away, and that of the text stays', () => {
  const text = yaml`
      spec:
        containers:

          - name: web
    `;
  expect(text).toBe('spec:\n  containers:\n\n    - name: web\n');
});

test('a backslash stands for itself, as in a YAML file', () => {
  expect(yaml`message: "secret \"db\" not found"`).toBe('message: "secret \\"db\\" not found"\n');
});
