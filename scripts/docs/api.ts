import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '../docs';

interface Docs {
  readonly summary?: string;
  readonly remarks?: string;
  readonly default?: string;
  readonly see?: string;
  readonly custom?: Readonly<Record<string, string>>;
}

interface TypeRef {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: string; readonly elementtype: TypeRef };
}

interface Parameter {
  readonly name: string;
  readonly type: TypeRef;
  readonly optional?: boolean;
  readonly variadic?: boolean;
}

interface Member {
  readonly name: string;
  readonly docs?: Docs;
  readonly type?: TypeRef;
  readonly optional?: boolean;
  readonly static?: boolean;
  readonly parameters?: readonly Parameter[];
  readonly returns?: { readonly type: TypeRef };
}

interface Type {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly docs?: Docs;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly Member[];
  readonly methods?: readonly Member[];
  readonly members?: readonly Member[];
}

const ASSEMBLY = resolve(__dirname, '../../.jsii');
const OWN = 'cdk8s-lifecycle.';

interface Assembly {
  readonly types: Readonly<Record<string, Type>>;
}

const read = () => JSON.parse(readFileSync(ASSEMBLY, 'utf8')) as Assembly;

/** A table of all properties of an interface, those it takes from others included: first what is required. */
export function propertiesOf(name: string): string {
  const { types } = read();
  const all = (fqn: string): readonly Member[] => {
    const type = types[fqn];
    if (type === undefined) throw new Error(`'${fqn}' is not in the assembly`);
    return [...(type.properties ?? []), ...(type.interfaces ?? []).flatMap(all)];
  };
  const members = [...all(`${OWN}${name}`)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = [...members.filter(({ optional }) => !optional), ...members.filter(({ optional }) => optional)];
  return [
    '| property | type | default | |',
    '| --- | --- | --- | --- |',
    ...rows.map((member) => rowOf(member, 'interface')),
  ].join('\n');
}

/** docs/api.md: every public type, from the assembly that the jsii compiler writes. */
export async function pages(): Promise<readonly Page[]> {
  const assembly = read();
  const types = Object.values(assembly.types).sort((a, b) => (a.name < b.name ? -1 : 1));
  const kinds = [
    ['Constructs and values', types.filter(({ kind }) => kind === 'class')],
    ['Options', types.filter(({ kind }) => kind === 'interface')],
    ['Enums', types.filter(({ kind }) => kind === 'enum')],
  ] as const;
  const index = kinds.map(
    ([title, list]) => `- ${title}: ${list.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(', ')}`,
  );
  const sections = kinds.flatMap(([title, list]) => [
    `## ${title}`,
    '',
    ...list.flatMap((type) => sectionOf(type, assembly.types)),
  ]);
  const text = [
    '# API',
    '',
    'Written from the code. Everything here is exported by `cdk8s-lifecycle`.',
    '',
    ...index,
    '',
    ...sections,
  ].join('\n');
  return [{ path: 'docs/api.md', text: `${text.trimEnd()}\n` }];
}

function sectionOf(type: Type, all: Readonly<Record<string, Type>>): string[] {
  const lines = [`### ${type.name}`, '', ...paragraph(type.docs)];
  if (type.kind === 'enum')
    return [...lines, ...(type.members ?? []).map(({ name, docs }) => `- \`${name}\`: ${sentence(docs)}`), ''];
  const inherited = (type.interfaces ?? []).map((fqn) => all[fqn]?.name).filter((name) => name !== undefined);
  if (inherited.length > 0)
    lines.push(`And everything of ${inherited.map((name) => `[${name}](#${name.toLowerCase()})`).join(', ')}.`, '');
  const properties = (type.properties ?? []).filter((member) => !member.static);
  const constants = (type.properties ?? []).filter((member) => member.static);
  if (properties.length > 0) {
    lines.push(
      '| property | type | default | |',
      '| --- | --- | --- | --- |',
      ...properties.map((member) => rowOf(member, type.kind)),
      '',
    );
  }
  for (const method of type.methods ?? [])
    lines.push(`- \`${signatureOf(type, method)}\`: ${sentence(method.docs)}${thrown(method.docs)}`);
  for (const { name, type: of, docs } of constants)
    lines.push(`- \`${type.name}.${name}: ${printType(of)}\`${docs?.summary ? `: ${docs.summary}` : ''}`);
  return [...lines, ...((type.methods ?? []).length + constants.length > 0 ? [''] : [])];
}

function rowOf({ name, type, optional, docs }: Member, kind: Type['kind']): string {
  const isRequired = kind === 'interface' && !optional;
  return `| \`${name}\` | \`${cell(printType(type))}\` | ${isRequired ? 'required' : cell(printDefault(docs?.default))} | ${cell(sentence(docs))} |`;
}

function signatureOf(type: Type, { name, parameters = [], returns, static: isStatic }: Member): string {
  const list = parameters.map(
    ({ name: parameter, type: of, optional, variadic }) =>
      `${variadic ? '...' : ''}${parameter}${optional ? '?' : ''}: ${printType(of)}${variadic ? '[]' : ''}`,
  );
  return `${isStatic ? `${type.name}.` : ''}${name}(${list.join(', ')}): ${returns === undefined ? 'void' : printType(returns.type)}`;
}

function printType(type: TypeRef | undefined): string {
  if (type?.primitive !== undefined) return type.primitive;
  if (type?.collection !== undefined) {
    const element = printType(type.collection.elementtype);
    return type.collection.kind === 'array' ? `${element}[]` : `{ [name]: ${element} }`;
  }
  return (
    type?.fqn
      ?.replace(OWN, '')
      .replace(/^cdk8s-plus-28\./, 'kplus.')
      .replace(/^(cdk8s|constructs)\./, '') ?? 'any'
  );
}

function paragraph(docs: Docs | undefined): string[] {
  const text = [sentence(docs), docs?.see === undefined ? '' : `See ${docs.see}`]
    .filter((each) => each !== '')
    .join(' ');
  return text === '' ? [] : [text, ''];
}

function sentence(docs: Docs | undefined): string {
  return [docs?.summary, docs?.remarks]
    .filter((text) => text !== undefined)
    .join(' ')
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replaceAll('\n', ' ');
}

function thrown(docs: Docs | undefined): string {
  const text = docs?.custom?.throws;
  return text === undefined ? '' : ` Throws ${text.replaceAll('\n', ' ')}.`;
}

function printDefault(text: string | undefined): string {
  if (text === undefined) return '';
  return text.startsWith('- ') ? text.slice(2) : `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
