import { type Schema, schemaOf } from '../../../lib/admission/structure/schema';
import { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';

const fieldOf = (schema: Schema, type: string, field: string) => schema.fieldsOf(type).get(field);

test.each(KubernetesVersion.all().map((version) => [String(version), version] as const))(
  '%s has a table in which every type that a field names is there',
  (_, version) => {
    const schema = schemaOf(version);
    const seen = new Set<string>();
    const visit = (type: string): void => {
      if (seen.has(type)) return;
      seen.add(type);
      for (const [, { code, item }] of schema.fieldsOf(type)) {
        for (let here = { code, item }; ; here = here.item as { code: string; item: typeof item }) {
          if (here.code.length > 1) visit(here.code);
          if (here.item === undefined) break;
        }
      }
    };
    visit('Deployment');
    visit('CronJob');
    // These are objects without fields in Kubernetes itself.
    const empty = [...seen].filter((type) => schema.fieldsOf(type).size === 0);
    expect(empty.filter((type) => !/^WorkloadPodGroup.*(Mode|Policy)$/.test(type))).toEqual([]);
    expect(seen.size).toBeGreaterThan(100);
  },
);

test('a field comes with the version that has it', () => {
  expect(fieldOf(schemaOf(KubernetesVersion.V1_28), 'LifecycleHandler', 'sleep')).toBeUndefined();
  expect(fieldOf(schemaOf(KubernetesVersion.V1_29), 'LifecycleHandler', 'sleep')?.code).toBe('SleepAction');
});

test('enums, defaults and list keys are read from a field', () => {
  const schema = schemaOf(KubernetesVersion.V1_37);
  expect(fieldOf(schema, 'Container', 'imagePullPolicy')?.values).toEqual(['Always', 'IfNotPresent', 'Never']);
  expect(fieldOf(schema, 'ServicePort', 'protocol')?.default).toBe('TCP');
  expect(fieldOf(schema, 'Container', 'ports')).toMatchObject({
    code: '[',
    item: { code: 'ContainerPort' },
    listKeys: ['containerPort', 'protocol'],
  });
});

test('each version knows what it serves', () => {
  const served = schemaOf(KubernetesVersion.V1_28).served();
  expect(served.get('apps/v1')).toContain('Deployment');
  expect(served.get('v1')).not.toContain('Deployment');
});
