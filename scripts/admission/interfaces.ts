const PRIMITIVES: Readonly<Record<string, string>> = {
  s: 'string',
  i: 'number',
  l: 'number',
  b: 'boolean',
  q: 'string | number',
  x: 'number | string',
  t: 'string',
  u: 'string',
  y: 'string',
  '*': 'Json',
};

function typeOf(code: string): string {
  const bare = code.replace(/[=~#].*$/, '');
  const inner = bare.slice(1);
  if (bare.startsWith('[')) return `ReadonlyArray<${typeOf(inner)}>`;
  if (bare.startsWith('{')) return `Readonly<Record<string, ${typeOf(inner)}>>`;
  return PRIMITIVES[bare] ?? bare;
}

/** Writes the TypeScript interfaces of all types, with the fields of all versions. */
export function interfacesOf(versions: ReadonlyArray<Readonly<Record<string, string>>>): string {
  const fields = new Map<string, Map<string, string>>();
  for (const [name, text] of [...versions].reverse().flatMap((types) => Object.entries(types))) {
    const known = fields.get(name) ?? new Map<string, string>();
    fields.set(name, known);
    for (const field of text === '' ? [] : text.split(',')) {
      const [key, code] = field.split(':') as [string, string];
      known.set(key, typeOf(code));
    }
  }
  const interfaces = [...fields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, known]) => {
      const lines = [...known]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, type]) => `  readonly ${key}?: ${type};`);
      return `export interface ${name} {\n${lines.join('\n')}\n}\n`;
    });
  return [
    '// Written by scripts/admission/structure.ts: every type of the covered kinds, with the fields of all versions.',
    "import type { Json } from '../../../kubernetes/json';",
    '',
    interfaces.join('\n'),
  ].join('\n');
}
