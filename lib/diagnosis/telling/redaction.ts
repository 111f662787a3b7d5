import { isObject, objectOf } from '../../kubernetes/views/json';
import type { Manifest } from '../../kubernetes/views/manifest';
import { printable } from './printable';

/** Shorter values stand in too many words by chance. */
const SHORTEST = 6;
const HIDDEN = '[secret]';
/** What repeats the words of a program. Names and commands stay whole: a user called `default` must not break them. */
const MESSAGES: ReadonlySet<string> = new Set(['cause', 'proof']);

/** Takes the values of the Secrets in the evidence out of everything that is printed, and what a terminal must not see. */
export class Redaction {
  public static of(manifests: readonly Manifest[]): Redaction {
    const values = new Set<string>();
    for (const manifest of manifests) {
      if (manifest.kind !== 'Secret') continue;
      for (const value of Object.values(objectOf(manifest.stringData))) values.add(String(value));
      for (const value of Object.values(objectOf(manifest.data))) {
        values.add(String(value));
        values.add(decoded(String(value)));
      }
    }
    return new Redaction([...values].filter((value) => value.length >= SHORTEST).sort((a, b) => b.length - a.length));
  }

  private constructor(private readonly values: readonly string[]) {}

  /** The same value with each text in it made fit to print, and without secrets in what repeats messages. */
  public applied<T>(value: T): T {
    return this.walk(value, false) as T;
  }

  private walk(value: unknown, isMessage: boolean): unknown {
    if (typeof value === 'string') return printable(isMessage ? this.withoutSecrets(value) : value);
    if (Array.isArray(value)) return value.map((item) => this.walk(item, isMessage));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.walk(item, isMessage || MESSAGES.has(key))]),
    );
  }

  private withoutSecrets(text: string): string {
    return this.values.reduce((result, value) => result.replaceAll(value, HIDDEN), text);
  }
}

/** Reads base64 as bytes, one character a byte, which is enough to find ASCII secrets again. */
function decoded(base64: string): string {
  const bits = [...base64.replace(/=+$/, '')].map((character) => ALPHABET.indexOf(character));
  let text = '';
  for (let index = 0; index + 1 < bits.length; index += 1) {
    const shift = (index % 4) * 2;
    if (index % 4 === 3) continue;
    text += String.fromCharCode((((bits[index] ?? 0) << (shift + 2)) | ((bits[index + 1] ?? 0) >> (4 - shift))) & 0xff);
  }
  return text;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
