/** The part of an OpenAPI v3 schema that the tables keep. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly default?: unknown;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: ReadonlyArray<{ group: string; version: string; kind: string }>;
}

/** `Container` of `io.k8s.api.core.v1.Container`. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Types whose JSON form is not an object of fields, by short name. */
const SCALARS: Readonly<Record<string, string>> = {
  Quantity: 'q',
  IntOrString: 'x',
  Time: 't',
  MicroTime: 'u',
  FieldsV1: '*',
  RawExtension: '*',
};

/** Writes the fields of one type in the grammar of lib/admission/structure/schema.ts, and names the types it refers to. */
export function fieldsOf(
  name: string,
  schemas: Readonly<Record<string, Schema>>,
  enums: ReadonlyMap<string, readonly string[]>,
): { readonly text: string; readonly refs: readonly string[] } {
  const refs = new Set<string>();
  const codeOf = (schema: Schema): string => {
    const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
    if (ref !== undefined) {
      const target = ref.slice(ref.lastIndexOf('/') + 1);
      const scalar = SCALARS[shortName(target)];
      if (scalar === undefined) refs.add(target);
      return scalar ?? shortName(target);
    }
    if (schema.type === 'array' && schema.items !== undefined) {
      const keys = schema['x-kubernetes-list-map-keys']?.join('+');
      return `[${codeOf(schema.items)}${keys === undefined ? '' : `#${keys}`}`;
    }
    if (schema.type === 'object' && schema.additionalProperties !== undefined)
      return `{${codeOf(schema.additionalProperties)}`;
    if (schema.type === 'string') return schema.format === 'byte' ? 'y' : 's';
    if (schema.type === 'integer') return schema.format === 'int64' ? 'l' : 'i';
    if (schema.type === 'boolean') return 'b';
    throw new Error(`${name} has a field of a type that the tables cannot hold: ${JSON.stringify(schema)}`);
  };
  const fields = Object.entries(schemas[name]?.properties ?? {}).map(([field, schema]) => {
    const values = enums.get(`${shortName(name)}.${field}`);
    const fallback = isTelling(schema.default) ? `~${String(schema.default)}` : '';
    return `${field}:${codeOf(schema)}${values === undefined ? '' : `=${values.join('|')}`}${fallback}`;
  });
  return { text: fields.sort().join(','), refs: [...refs] };
}

/** OpenAPI states Go's zero values as defaults too; those tell nothing. */
function isTelling(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || (typeof value === 'number' && value !== 0) || value === true;
}
