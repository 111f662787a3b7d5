import { readFileSync } from 'node:fs';
import Ajv, { type ErrorObject } from 'ajv';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { unknownWord } from '../../kubernetes/text/unknown-word';
import { CouldNotRun } from '../frame/could-not-run';
import { NodePositions } from '../input/node-positions';
import { decodeFile, SourceText } from '../input/text';
import { CONFIG_SCHEMA, type Config } from './schema';

/** A configuration that fits its schema, and where each part of it stands. */
export interface ReadConfig {
  readonly config: Config;
  /** Prints the place of a field path: `.cdk8s-lifecycle.yaml:12:5`. */
  readonly placeOf: (fieldPath: string) => string;
}

/**
 * Reads a configuration file by YAML 1.2, in which `off` is a word.
 *
 * @throws CouldNotRun with all that is wrong with it, a line each
 */
export function readConfig(file: string): ReadConfig {
  const source = new SourceText(file, textOf(file));
  const place = (offset: number) => {
    const { line, column } = source.positionOf(offset);
    return `${file}:${line}:${column}`;
  };
  const config = parse(source, place);
  const placeOf = (fieldPath: string) => place(NodePositions.of(source.text).find(fieldPath).start);
  const validate = new Ajv({ allErrors: true, verbose: true }).compile<Config>(CONFIG_SCHEMA);
  if (validate(config)) return { config, placeOf };
  const lines = (validate.errors ?? []).filter(isTold).map((error) => `${placeOf(fieldPathOf(error))}: ${say(error)}`);
  throw new CouldNotRun([...new Set(lines)].join('\n'));
}

function textOf(file: string): string {
  try {
    return decodeFile(readFileSync(file)).text;
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new CouldNotRun(gone ? `there is no configuration file ${file}` : `${file} cannot be read as text`);
  }
}

function parse({ text }: SourceText, place: (offset: number) => string): unknown {
  if (/^(?:\s|#.*)*$/.test(text)) return {};
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new CouldNotRun(`${place(error.mark?.position ?? 0)}: is not YAML: ${error.reason}`);
  }
}

/** Of an `anyOf` only the whole is told, not why each branch failed. */
function isTold({ schemaPath, keyword }: ErrorObject): boolean {
  return !schemaPath.includes('/anyOf/') && keyword !== 'propertyNames';
}

function fieldPathOf({ instancePath, keyword, params, propertyName }: ErrorObject): string {
  const keys = instancePath.split('/').slice(1);
  if (keyword === 'additionalProperties') keys.push(String(params.additionalProperty));
  if (propertyName !== undefined) keys.push(propertyName);
  return keys.map((key) => `[${key.replaceAll('~1', '/').replaceAll('~0', '~')}]`).join('');
}

function say(error: ErrorObject): string {
  const { keyword, params, instancePath, propertyName } = error;
  const name = propertyName ?? instancePath.split('/').at(-1) ?? '';
  switch (keyword) {
    case 'additionalProperties':
      if (instancePath === '' && params.additionalProperty === 'ignore') return 'key "ignore" is called "acknowledge"';
      return unknownWord('key', String(params.additionalProperty), keysAt(instancePath));
    case 'required':
      return `key "${params.missingProperty}" is missing`;
    case 'enum':
      return `"${name}" holds what is not allowed; write one of ${(params.allowedValues as unknown[]).join(', ')}${inQuotes(error)}`;
    case 'anyOf':
      return `"${name}" is not the id of a rule`;
    case 'pattern':
      return `"${name}" is empty: say why`;
    default:
      return `"${name === '' ? 'the file' : name}" ${error.message ?? 'does not fit'}`;
  }
}

/** YAML takes 1.30 for the number 1.3. */
function inQuotes({ data }: ErrorObject): string {
  return typeof data === 'number' ? ', in quotes' : '';
}

/** The keys that the schema allows where a key is unknown. */
function keysAt(instancePath: string): readonly string[] {
  let schema: unknown = CONFIG_SCHEMA;
  for (const key of instancePath.split('/').slice(1)) {
    const { properties, items } = schema as { properties?: Record<string, unknown>; items?: unknown };
    schema = properties?.[key] ?? items ?? {};
  }
  return Object.keys((schema as { properties?: Record<string, unknown> }).properties ?? {});
}
