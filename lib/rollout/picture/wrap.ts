/** About how wide a text is, in pixels; on the safe side for the fonts that browsers take for `system-ui`. */
export function widthOf(text: string, fontSize: number): number {
  let ems = 0;
  // From here on, East Asian letters and signs as wide as they are high.
  for (const letter of text) ems += (letter.codePointAt(0) ?? 0) >= 0x1100 ? 1.05 : 0.54;
  return ems * fontSize;
}

/** Breaks a text into lines no wider than so many pixels; a word that is wider than a line is broken within. */
export function wrap(text: string, width: number, fontSize: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, width, fontSize))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, fontSize) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Names have no spaces: a long one is broken wherever a line ends. */
function pieces(word: string, width: number, fontSize: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter, fontSize) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
