import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { STRUCTS } from './structs';

interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
}

interface AssemblyType {
  readonly name: string;
  readonly datatype?: boolean;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly optional?: boolean; readonly type: TypeReference }[];
}

/** What the jsii compiler read from the interfaces; `npm run build:lib` writes it. */
const { types } = JSON.parse(readFileSync(resolve(__dirname, '../../../.jsii'), 'utf8')) as {
  readonly types: Readonly<Record<string, AssemblyType>>;
};
const structs = Object.values(types).filter(({ datatype }) => datatype);

/** A type as the descriptions name it. What comes from cdk8s-plus-28 is described by its shape alone. */
function nameOf({ primitive, fqn = '', collection }: TypeReference): string {
  if (primitive !== undefined) return primitive;
  if (collection !== undefined)
    return `${collection.kind === 'array' ? 'list' : 'map'} of ${nameOf(collection.elementtype)}`;
  return fqn.startsWith('cdk8s-plus-') ? 'foreign' : fqn.slice(fqn.indexOf('.') + 1);
}

/** Own and inherited properties: name to type, with a question mark where they may be left out. */
function declared(struct: AssemblyType): Record<string, string> {
  const inherited = (struct.interfaces ?? []).map((fqn) => declared(types[fqn] as AssemblyType));
  const own = (struct.properties ?? []).map(({ name, optional, type }) => [
    name,
    `${nameOf(type)}${optional ? '?' : ''}`,
  ]);
  return Object.assign({}, ...inherited, Object.fromEntries(own));
}

test('every interface that users fill in is described, and nothing else', () => {
  expect(STRUCTS.map(({ name }) => name).sort()).toEqual(structs.map(({ name }) => name).sort());
});

test.each(structs.map((struct) => [struct.name, struct] as const))(
  '%s is described as it is declared',
  (name, struct) => {
    const kinds = STRUCTS.find((each) => each.name === name)?.kinds ?? new Map<string, never>();
    const described = [...kinds].map(([key, { type, isRequired }]) => [
      key,
      `${type.replace(/\b(object|text)$/, 'foreign')}${isRequired ? '' : '?'}`,
    ]);
    expect(Object.fromEntries(described)).toEqual(declared(struct));
  },
);
