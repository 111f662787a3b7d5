import type { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import { NEWEST, OLDER } from './generated/tables';

/**
 * The type of a field. In the tables it is a code: `s` string, `i` int32, `l` int64, `b` boolean, `q` quantity, `x` int or
 * string, `t` and `u` times, `y` base64 bytes, `*` anything, `[` list of, `{` map from strings to, else the name of a
 * type. After it: `#a+b` the keys of a list, `=A|B` the values of an enum, `~A` the default.
 */
export interface FieldType {
  readonly code: string;
  /** Of a list or a map. */
  readonly item: FieldType | undefined;
  readonly values: readonly string[] | undefined;
  readonly default: string | undefined;
  readonly listKeys: readonly string[] | undefined;
}

/** The structure of all covered kinds in one version. */
export class Schema {
  private readonly fields = new Map<string, ReadonlyMap<string, FieldType>>();

  constructor(
    private readonly types: Readonly<Record<string, string | null>>,
    private readonly kinds: Readonly<Record<string, string>>,
    private readonly servedText: string,
  ) {}

  /** The type of a covered kind: `Deployment` of `apps/v1` and `Deployment`. */
  typeOf(apiVersion: string, kind: string): string | undefined {
    const key = `${apiVersion}/${kind}`;
    return Object.hasOwn(this.kinds, key) ? this.kinds[key] : undefined;
  }

  /** The fields of a type. */
  fieldsOf(type: string): ReadonlyMap<string, FieldType> {
    const known = this.fields.get(type);
    if (known !== undefined) return known;
    const text = this.types[type] ?? '';
    const fields = new Map(text === '' ? [] : text.split(',').map(parseField));
    this.fields.set(type, fields);
    return fields;
  }

  /** Every apiVersion that the API itself serves, with its kinds, covered here or not. */
  served(): ReadonlyMap<string, readonly string[]> {
    return new Map(
      this.servedText.split(';').map((group) => {
        const [apiVersion = '', kinds = ''] = group.split(':');
        return [apiVersion, kinds.split(',')];
      }),
    );
  }
}

const CODE = /^([[{]*[^#=~]+)(?:#([^=~]*))?(?:=([^~]*))?(?:~(.*))?$/;

function parseField(text: string): readonly [string, FieldType] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), parseType(text.slice(colon + 1))];
}

function parseType(text: string): FieldType {
  const [, code = text, keys, values, fallback] = CODE.exec(text) ?? [];
  const isCollection = code.startsWith('[') || code.startsWith('{');
  return {
    code: isCollection ? code.slice(0, 1) : code,
    item: isCollection ? parseType(code.slice(1)) : undefined,
    values: values?.split('|'),
    default: fallback,
    listKeys: keys?.split('+'),
  };
}

interface Table {
  readonly types: Readonly<Record<string, string | null>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly served: string;
}

const loaded = new Map<number, Schema>();

/** The structure of a version; read from its table when it is first asked for. */
export function schemaOf(version: KubernetesVersion): Schema {
  const known = loaded.get(version.minor);
  if (known !== undefined) return known;
  const newest = JSON.parse(NEWEST) as Table;
  let { types, served } = newest;
  const older = Object.keys(OLDER).map(Number);
  for (const minor of older.sort((a, b) => b - a).filter((each) => each >= version.minor)) {
    const delta = JSON.parse(OLDER[minor] ?? '{}') as Table;
    types = { ...types, ...delta.types };
    served = delta.served;
  }
  const schema = new Schema(types, newest.kinds, served);
  loaded.set(version.minor, schema);
  return schema;
}
