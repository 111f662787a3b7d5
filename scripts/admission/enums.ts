/**
 * Reads the enums out of the Go form of the OpenAPI (the published JSON leaves them out): the allowed values by
 * `Type.field`.
 */
export function enumsOf(generated: string): ReadonlyMap<string, readonly string[]> {
  const enums = new Map<string, readonly string[]>();
  let type = '';
  let field = '';
  for (const line of generated.split('\n')) {
    type = /^func schema_\w+?_(?:v\d\w*)_(\w+)\(ref/.exec(line)?.[1] ?? type;
    field = /^\t{5}"(\w+)": \{$/.exec(line)?.[1] ?? field;
    const values = /^\t{7}Enum:\s+\[\]interface\{\}\{(.*)\},$/.exec(line)?.[1];
    if (values !== undefined) enums.set(`${type}.${field}`, JSON.parse(`[${values}]`) as string[]);
  }
  return enums;
}
