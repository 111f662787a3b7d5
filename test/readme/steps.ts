/** A command that README.md has its reader type. */
export interface Step {
  readonly command: string;
  /** Folder that it is typed in, relative to the clone. */
  readonly folder: string;
  /** What README.md says it prints; undefined where it shows nothing. */
  readonly prints: string | undefined;
}

const BLOCK = /(?:<!-- in: (?<folder>\S+) -->\n)?```(?<language>sh|console)\n(?<body>[\s\S]*?)\n```/g;

/**
 * Reads the commands of a page in order: each line of a `sh` block, and each `$ ` line of a `console` block with what
 * stands below it. A comment `<!-- in: ../folder -->` above a block names the folder that it is typed in.
 */
export function stepsOf(page: string): readonly Step[] {
  return [...page.matchAll(BLOCK)].flatMap(({ groups }): readonly Step[] => {
    const { folder = '.', language, body = '' } = groups ?? {};
    if (language === 'sh') return commandsOf(body).map((command) => ({ command, folder, prints: undefined }));
    return body
      .split(/^\$ /m)
      .filter((part) => part !== '')
      .map((part) => {
        const [command = '', ...printed] = part.split('\n');
        return { command, folder, prints: printed.join('\n').trimEnd() };
      });
  });
}

function commandsOf(body: string): readonly string[] {
  return body
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
