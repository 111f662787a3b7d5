/** One simple command of a shell script. */
export interface SimpleCommand {
  /** Words after quote removal. Assignments before the command's name are left out; redirections too. */
  readonly words: readonly string[];
  /** Whether the shell does not wait for it (`&`). */
  readonly inBackground: boolean;
  /** Whether it runs only if what stands before it failed (`||`). */
  readonly isFallback: boolean;
}

/** A shell script as far as it can be read without running it. */
export interface Script {
  readonly commands: readonly SimpleCommand[];
  /** Whether it branches, loops, groups or defines functions: its commands may then run never or often. */
  readonly isCompound: boolean;
  /** How many of the commands, from the first on, run once and in order: those before it branches, loops or groups. */
  readonly straight: number;
}

const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh', 'mksh']);
const KEYWORDS: ReadonlySet<string> = new Set(
  'if then elif else fi for while until do done case esac select function { } [['.split(' '),
);
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/** Commands that run another one in their own place. */
const PREFIXES: ReadonlySet<string> = new Set(['exec', 'command', 'nohup', 'builtin']);

/** The name and arguments of a simple command, without path and without `exec` and the like before it. */
export function calledBy({ words }: SimpleCommand): readonly string[] {
  const start = words.findIndex((word) => !PREFIXES.has(word));
  const called = start < 0 ? words : words.slice(start);
  return [baseName(called[0] ?? ''), ...called.slice(1)];
}

/** The last part of a path: `sleep` of `/bin/sleep`. */
export function baseName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}

/** Tells whether a command starts a shell. */
export function isShell(command: readonly string[]): boolean {
  const argv = withoutMultiCall(command);
  return argv[0] !== undefined && SHELLS.has(baseName(argv[0]));
}

/** Position in a command of the script that a shell is given by `-c`; undefined where there is none to read. */
export function scriptPosition(command: readonly string[]): number | undefined {
  if (!isShell(command)) return undefined;
  const skipped = command.length - withoutMultiCall(command).length;
  for (let position = skipped + 1; position < command.length; position += 1) {
    const word = command[position] ?? '';
    if (!/^[-+]/.test(word)) return undefined;
    if (/^-[a-zA-Z]*c[a-zA-Z]*$/.test(word)) return scriptAfterOptions(command, position + 1);
    if (/^[-+][a-zA-Z]*[oO]$/.test(word)) position += 1;
  }
  return undefined;
}

/** After `-c` the options go on, up to the script itself: `bash -c -e -- 'script'`. */
function scriptAfterOptions(command: readonly string[], from: number): number | undefined {
  let position = from;
  while (/^[-+]/.test(command[position] ?? '')) {
    position += /^[-+][a-zA-Z]*[oO]$/.test(command[position] ?? '') ? 2 : 1;
  }
  return command[position] === undefined ? undefined : position;
}

/** What a command runs: the script of a shell, or the one simple command that it is. */
export function scriptOf(command: readonly string[]): Script | undefined {
  const position = scriptPosition(command);
  if (position !== undefined) return parseScript(command[position] ?? '');
  if (command.length === 0 || isShell(command)) return undefined;
  return {
    commands: [{ words: withoutMultiCall(command), inBackground: false, isFallback: false }],
    isCompound: false,
    straight: 1,
  };
}

/** `busybox sleep 10` is `sleep 10`. */
function withoutMultiCall(command: readonly string[]): readonly string[] {
  const first = baseName(command[0] ?? '');
  return (first === 'busybox' || first === 'toybox') && command.length > 1 ? command.slice(1) : command;
}

/** Takes a script apart into simple commands. Quotes and comments are understood; nothing is expanded. */
export function parseScript(script: string): Script {
  const commands: SimpleCommand[] = [];
  let straight: number | undefined;
  let words: string[] = [];
  let before = '';
  const end = (separator: string) => {
    const named = words.findIndex((word) => !ASSIGNMENT.test(word));
    const plain = named < 0 ? [] : withoutMultiCall(words.slice(named));
    if (plain.length > 0) {
      commands.push({ words: plain, inBackground: separator === '&', isFallback: before === '||' });
    }
    words = [];
    before = separator;
  };
  for (const token of tokensOf(script)) {
    if (token.type === 'end') end(token.text);
    else if (token.type === 'group') {
      straight ??= commands.length;
      end(token.text);
    } else if (words.length === 0 && !token.isQuoted && KEYWORDS.has(token.text)) straight ??= commands.length;
    else words.push(token.text);
  }
  end('');
  return { commands, isCompound: straight !== undefined, straight: straight ?? commands.length };
}

interface Token {
  /** `end` ends a simple command, `group` is a parenthesis. */
  readonly type: 'word' | 'end' | 'group';
  readonly text: string;
  readonly isQuoted: boolean;
}

const BLANK_OR_COMMENT = /^(?:[ \t]|\\\n|#[^\n]*)+/;
const REDIRECTION = /^\d*(?:>>|<<-?|<<<|>&|<&|&>|>\||[<>])[ \t]*(?:"[^"]*"|'[^']*'|[^\s;|&()<>]+)?/;
const SEPARATOR = /^(?:&&|\|\||;;|[;|&\n])/;
const PART =
  /^(?:'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\$\((?:[^()]|\([^()]*\))*\)|`[^`]*`|\\([\s\S])|\$\{[^}]*\}|([^\s;|&()<>'"\\`]))/;

function* tokensOf(script: string): Iterable<Token> {
  let rest = script;
  while (rest !== '') {
    rest = rest.replace(BLANK_OR_COMMENT, '');
    const separator = REDIRECTION.exec(rest) === null ? SEPARATOR.exec(rest)?.[0] : undefined;
    const redirection = REDIRECTION.exec(rest)?.[0];
    if (rest === '') return;
    if (redirection !== undefined) rest = rest.slice(redirection.length);
    else if (separator !== undefined) {
      yield { type: 'end', text: separator, isQuoted: false };
      rest = rest.slice(separator.length);
    } else if (rest[0] === '(' || rest[0] === ')') {
      yield { type: 'group', text: rest[0], isQuoted: false };
      rest = rest.slice(1);
    } else {
      const { text, length, isQuoted } = wordAt(rest);
      yield { type: 'word', text, isQuoted };
      rest = rest.slice(length);
    }
  }
}

function wordAt(rest: string): { readonly text: string; readonly length: number; readonly isQuoted: boolean } {
  let text = '';
  let length = 0;
  let isQuoted = false;
  for (let part = PART.exec(rest); part !== null; part = PART.exec(rest.slice(length))) {
    const [whole, single, double, escaped] = part;
    isQuoted ||= single !== undefined || double !== undefined;
    text += single ?? double?.replace(/\\([\s\S])/g, '$1') ?? escaped ?? whole;
    length += whole.length;
  }
  // A lone quote or backslash: an unfinished script. The rest of it is one word.
  return length === 0 ? { text: rest, length: rest.length, isQuoted: true } : { text, length, isQuoted };
}
