/** A decoded file: what the parser reads, with lines that people count from 1. */
export class SourceText {
  private starts: Uint32Array | undefined;

  /** `file` is the name that messages use: the path as it was given, or `<stdin>`. */
  public constructor(
    public readonly file: string,
    public readonly text: string,
    public readonly encoding: Encoding = 'utf-8',
  ) {}

  /** Line and column (both from 1) of an offset into the text. */
  public positionOf(offset: number): { readonly line: number; readonly column: number } {
    this.starts ??= lineStarts(this.text);
    const starts = this.starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }
}

function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}

export type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be';

/** A decoded file, and how to write it back. The byte order mark is not part of the text. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Decodes a file as UTF-8, or as UTF-16 where a byte order mark says so (PowerShell writes that).
 *
 * @throws TypeError if the bytes are not text of that encoding
 */
export function decodeFile(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const label = encoding === 'utf-8 with mark' ? 'utf-8' : encoding;
  return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
}

/** The bytes of a text, with the byte order mark that its file had. */
export function encode({ text, encoding }: Decoded): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8 with mark') return Buffer.from(`${MARK}${text}`);
  const littleEndian = Buffer.from(`${MARK}${text}`, 'utf16le');
  return encoding === 'utf-16le' ? littleEndian : littleEndian.swap16();
}

const MARK = '\ufeff';

function encodingOf([first, second, third]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8 with mark' : 'utf-8';
}
