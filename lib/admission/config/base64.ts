const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** How many bytes a base64 text stands for. */
export function decodedLength(text: string): number {
  const letters = text.replace(/[\r\n=]/g, '').length;
  return Math.floor((letters * 3) / 4);
}

/** The text that base64 stands for, read as UTF-8; what is no UTF-8 reads as replacement characters. */
export function decodeText(text: string): string {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of text) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 0xff);
    }
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
