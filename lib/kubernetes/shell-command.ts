import type { Container } from './container';
import type { Handler } from './handler';

const SHELL = /^(?:.*\/)?(?:sh|bash|ash|dash|ksh|zsh)$/;
const SLEEP = /^(?:.*\/)?sleep$/;
const UNIT: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** Words that begin or end something longer than a simple command. */
const COMPOUND: ReadonlySet<string> = new Set(
  'if then elif else fi for while until do done case esac select function { }'.split(' '),
);

/** The script that a command hands to a shell (`sh -c "…"`, `bash -euxc "…"`); undefined for any other command. */
export function scriptOf(command: readonly string[]): string | undefined {
  const words = /^(?:.*\/)?(?:env|busybox)$/.test(command[0] ?? '') ? command.slice(1) : command;
  if (!SHELL.test(words[0] ?? '')) return undefined;
  const flag = words.findIndex((word, index) => index > 0 && /^-[a-z]*c[a-z]*$/.test(word));
  return flag < 0 ? undefined : words[flag + 1];
}

/**
 * The simple commands of a script, each as its words without their quotes; undefined where it holds more than a list of
 * simple commands (`if`, loops, functions), whose course only a shell can tell.
 */
export function simpleCommands(script: string): ReadonlyArray<readonly string[]> | undefined {
  const commands: string[][] = [[]];
  let word: string | undefined;
  const endWord = () => {
    if (word !== undefined) commands.at(-1)?.push(word);
    word = undefined;
  };
  for (const [token] of script.replace(/\\\n/g, ' ').matchAll(TOKEN)) {
    if (/^\s*\n\s*$|^[;&|]+$/.test(token)) {
      endWord();
      if (commands.at(-1)?.length !== 0) commands.push([]);
    } else if (/^\s+$/.test(token)) endWord();
    else if (token.startsWith('#') && word === undefined) endWord();
    else word = (word ?? '') + unquoted(token);
  }
  endWord();
  const found = commands.filter((words) => words.length > 0);
  return found.some((words) => words.some((each, index) => index === 0 && COMPOUND.has(each))) ||
    /[()]\s*\{/.test(script)
    ? undefined
    : found;
}

// Quoted text, substitutions, escapes, comments, line ends, blanks, operators, anything else.
const TOKEN =
  /'[^']*'|"(?:\\.|[^"\\])*"|\$\([^)]*\)|`[^`]*`|\\.|\d*[<>]&\d*-?|&>|(?<=^|\s)#[^\n]*|[^\S\n]*\n\s*|[^\S\n]+|&&|\|\||[;&|]|[^\s'"`\\;&|#$\d<>]+|./gs;

function unquoted(token: string): string {
  if (/^'.*'$/s.test(token)) return token.slice(1, -1);
  if (/^".*"$/s.test(token)) return token.slice(1, -1).replace(/\\(["\\$`])/g, '$1');
  return token.length === 2 && token.startsWith('\\') ? token.slice(1) : token;
}

/**
 * Seconds that a hook sleeps: natively, or in the `sleep` commands of its exec, together. Undefined where that cannot be
 * read: a request, another command, a script with conditions or loops, a variable.
 */
export function sleepSecondsOf(handler: Handler | undefined): number | undefined {
  if (handler?.type === 'sleep') return handler.seconds;
  if (handler?.type !== 'exec') return undefined;
  const script = scriptOf(handler.command);
  const commands = script === undefined ? [handler.command] : simpleCommands(script);
  const sleeps = commands?.map(withoutExec).filter(([name]) => SLEEP.test(name ?? '')) ?? [];
  if (sleeps.length === 0) return undefined;
  const lengths = sleeps.map((words) => words.slice(1).map(secondsIn));
  if (lengths.some((each) => each.length === 0)) return undefined;
  const total = lengths.flat().reduce<number>((sum, each) => sum + (each ?? Number.NaN), 0);
  return Number.isFinite(total) ? total : undefined;
}

function withoutExec(words: readonly string[]): readonly string[] {
  return words[0] === 'exec' ? words.slice(1) : words;
}

/** GNU sleep adds up its arguments, each a number with an optional unit. */
function secondsIn(argument: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?|\.\d+)([smhd]?)$/.exec(argument);
  return match === null ? undefined : Number(match[1]) * (UNIT[match[2] ?? ''] as number);
}

/**
 * Tells whether SIGTERM stops at a shell: the container's command is a shell that runs more than one simple command and
 * does not `exec` the last. A shell that runs one command alone replaces itself by it.
 */
export function shellKeepsSignal(container: Container): boolean {
  const script = scriptOf([...container.command, ...container.args]);
  if (script === undefined || /\btrap\b/.test(script)) return false;
  const commands = simpleCommands(script);
  const last = commands === undefined ? lastLine(script) : commands.at(-1);
  if (last?.[0] === 'exec') return false;
  return commands === undefined || commands.length > 1;
}

function lastLine(script: string): readonly string[] {
  const lines = script.split('\n').filter((line) => !/^\s*(?:#.*)?$/.test(line));
  return (lines.at(-1) ?? '').trim().split(/\s+/);
}
