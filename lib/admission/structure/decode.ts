import { isObject, type Json, type JsonObject } from '../../kubernetes/views/json';
import type { Report } from '../report';
import { closest } from './closest';
import { encodeBytes, isBase64, isByteList, isInteger, isQuantity, isTime } from './formats';
import type { FieldType, Schema } from './schema';

/**
 * Reads a manifest as the API server's strict decoder does: an unknown field and a value of the wrong type are rejected,
 * null is the same as absent. Answers with what remains, so that validation can trust every type in it.
 */
export function decode(manifest: JsonObject, type: string, schema: Schema, report: Report): JsonObject {
  return new Decoder(schema, report).object(manifest, type, '');
}

class Decoder {
  constructor(
    private readonly schema: Schema,
    private readonly report: Report,
  ) {}

  object(value: JsonObject, type: string, path: string): JsonObject {
    const fields = this.schema.fieldsOf(type);
    const decoded: Record<string, Json> = {};
    for (const key of Object.keys(value)) {
      const field = fields.get(key);
      const child = path === '' ? key : `${path}.${key}`;
      if (field === undefined) {
        const near = closest(key, [...fields.keys()]);
        this.report.unknownField(child, near === undefined ? undefined : `did you mean '${near}'?`);
        continue;
      }
      const item = value[key];
      if (item === null || item === undefined) continue;
      const read = this.value(item, field, child);
      if (read !== undefined) decoded[key] = read;
    }
    return decoded;
  }

  private value(value: Json, type: FieldType, path: string): Json | undefined {
    switch (type.code) {
      case 's':
        return typeof value === 'string' ? value : this.refuse(value, path, 'a string');
      case 'i':
        return isInteger(value, 32) ? value : this.refuse(value, path, 'a whole number of 32 bits');
      case 'l':
        return isInteger(value, 64) ? value : this.refuse(value, path, 'a whole number');
      case 'b':
        return typeof value === 'boolean' ? value : this.refuse(value, path, 'true or false');
      case 'q':
        return isQuantity(value) ? value : this.refuse(value, path, 'a quantity such as 250m, 1.5 or 256Mi');
      case 'x':
        return typeof value === 'string' || isInteger(value, 32)
          ? value
          : this.refuse(value, path, 'a whole number of 32 bits or a string');
      case 't':
      case 'u':
        return typeof value === 'string' && isTime(value)
          ? value
          : this.refuse(value, path, 'a time such as 2006-01-02T15:04:05Z');
      case 'y':
        return isByteList(value)
          ? encodeBytes(value)
          : typeof value === 'string' && isBase64(value)
            ? value
            : this.refuse(value, path, 'bytes in base64');
      case '*':
        return value;
      case '[':
        return Array.isArray(value) ? this.list(value, type, path) : this.refuse(value, path, 'a list');
      case '{':
        return isObject(value) ? this.map(value, type, path) : this.refuse(value, path, 'an object');
      default:
        return isObject(value) ? this.object(value, type.code, path) : this.refuse(value, path, 'an object');
    }
  }

  private list(value: readonly Json[], { item }: FieldType, path: string): Json {
    return value.map((each, index) => this.item(each, item, `${path}[${index}]`));
  }

  private map(value: JsonObject, { item }: FieldType, path: string): Json {
    const decoded: Record<string, Json> = {};
    for (const key of Object.keys(value)) decoded[key] = this.item(value[key], item, `${path}.${key}`);
    return decoded;
  }

  /** An item that is null is Go's zero value, not absent. */
  private item(value: Json | undefined, type: FieldType | undefined, path: string): Json {
    if (type === undefined) return null;
    const read = value === null || value === undefined ? undefined : this.value(value, type, path);
    return read ?? zeroOf(type.code);
  }

  private refuse(value: Json, path: string, expected: string): undefined {
    this.report.wrongType(path, value, expected);
    return undefined;
  }
}

function zeroOf(code: string): Json {
  if ('stuy'.includes(code)) return '';
  if ('ilxq'.includes(code)) return 0;
  if (code === 'b') return false;
  if (code === '[') return [];
  return {};
}
