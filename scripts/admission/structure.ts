/**
 * Writes the structure tables of lib/admission from the OpenAPI files in the Kubernetes Go modules:
 *
 *     node --require ts-node/register scripts/admission/structure.ts
 *
 * Needs Go (the modules come through its proxy). Names, types, enums, list keys and defaults are kept; all prose is dropped.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { enumsOf } from './enums';
import { interfacesOf } from './interfaces';
import { KINDS, MODULES } from './modules';
import { fieldsOf, type Schema, shortName } from './schema';

/** Field lists by type name. */
export type Types = Record<string, string>;

interface Tables {
  readonly types: Types;
  readonly kinds: Types;
  readonly served: string;
}

const OUT = resolve(__dirname, '../../lib/admission/structure');

function moduleFolder(version: string): string {
  const out = execFileSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@${version}`], {
    cwd: '/',
    encoding: 'utf8',
  });
  return (JSON.parse(out) as { Dir: string }).Dir;
}

function tablesOf(version: string): Tables {
  const folder = moduleFolder(version);
  const enums = enumsOf(readFileSync(join(folder, 'pkg/generated/openapi/zz_generated.openapi.go'), 'utf8'));
  const types: Types = {};
  const kinds: Types = {};
  const visit = (name: string, schemas: Readonly<Record<string, Schema>>): void => {
    const short = shortName(name);
    const { text, refs } = fieldsOf(name, schemas, enums);
    if (types[short] === text) return;
    if (types[short] !== undefined) throw new Error(`two types are named ${short}`);
    types[short] = text;
    for (const ref of refs) visit(ref, schemas);
  };
  for (const [file, apiVersion, names] of KINDS) {
    const text = readFileSync(join(folder, 'api/openapi-spec/v3', `${file}_openapi.json`), 'utf8');
    const { schemas } = (JSON.parse(text) as { components: { schemas: Record<string, Schema> } }).components;
    for (const kind of names) {
      const name = Object.keys(schemas).find((key) =>
        schemas[key]?.['x-kubernetes-group-version-kind']?.some(
          (each) =>
            each.kind === kind && [each.group, each.version].filter((part) => part !== '').join('/') === apiVersion,
        ),
      );
      if (name === undefined) throw new Error(`${version} has no ${apiVersion} ${kind}`);
      kinds[`${apiVersion}/${kind}`] = shortName(name);
      visit(name, schemas);
    }
  }
  return { types, kinds, served: servedBy(folder) };
}

/** All kinds that a version's API knows, covered here or not: `apps/v1:DaemonSet,Deployment;...`. */
function servedBy(folder: string): string {
  const swagger = JSON.parse(readFileSync(join(folder, 'api/openapi-spec/swagger.json'), 'utf8')) as {
    paths: Record<
      string,
      Record<
        string,
        {
          'x-kubernetes-action'?: string;
          'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string };
        }
      >
    >;
  };
  const kinds = new Map<string, Set<string>>();
  for (const path of Object.values(swagger.paths)) {
    const post = path.post;
    const gvk = post?.['x-kubernetes-group-version-kind'];
    if (post?.['x-kubernetes-action'] !== 'post' || gvk === undefined) continue;
    const apiVersion = gvk.group === '' ? gvk.version : `${gvk.group}/${gvk.version}`;
    kinds.set(apiVersion, (kinds.get(apiVersion) ?? new Set()).add(gvk.kind));
  }
  return [...kinds]
    .map(([apiVersion, set]) => `${apiVersion}:${[...set].sort().join(',')}`)
    .sort()
    .join(';');
}

/** What an older version has otherwise than the next newer one; null where it lacks the type. */
function deltaOf(older: Types, newer: Types): Record<string, string | null> {
  const names = [...new Set([...Object.keys(older), ...Object.keys(newer)])].sort();
  return Object.fromEntries(
    names.filter((name) => older[name] !== newer[name]).map((name) => [name, older[name] ?? null]),
  );
}

const tables = MODULES.map((version) => ({ version, ...tablesOf(version) }));
const [newest] = tables;
if (newest === undefined) throw new Error('no versions');
const deltas = tables.slice(1).map((table, index) => ({
  minor: Number(table.version.split('.')[1]),
  types: deltaOf(table.types, (tables[index] as Tables).types),
  served: table.served,
}));
const sorted = Object.fromEntries(Object.entries(newest.types).sort(([a], [b]) => (a < b ? -1 : 1)));
const literal = (value: unknown) => `'${JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const minors = deltas.map(({ minor, types, served }) => `  ${minor}: ${literal({ types, served })},`);
writeFileSync(
  join(OUT, 'generated/tables.ts'),
  [
    `// Written by scripts/admission/structure.ts from ${MODULES.join(', ')}.`,
    '// The grammar is told in ../schema.ts. Strings, so that a version costs nothing until it is asked for.',
    `export const NEWEST = ${literal({ types: sorted, kinds: newest.kinds, served: newest.served })};`,
    '',
    '/** By minor version: what it has otherwise than the next newer one. */',
    'export const OLDER: Readonly<Record<number, string>> = {',
    ...minors,
    '};',
    '',
  ].join('\n'),
);
writeFileSync(join(OUT, 'generated/types.ts'), interfacesOf(tables.map(({ types }) => types)));
