/** A decoded file: what the parser reads, with lines that people count from 1. */
export class SourceText {
  private starts: Uint32Array | undefined;

  /** `file` is the name that messages use: the path as it was given, or `<stdin>`. */
  public constructor(
    public readonly file: string,
    public readonly text: string,
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

/**
 * Decodes a file as UTF-8, or as UTF-16 where a byte order mark says so (PowerShell writes that); the mark is not part
 * of the text.
 *
 * @throws TypeError if the bytes are no text of that encoding
 */
export function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
