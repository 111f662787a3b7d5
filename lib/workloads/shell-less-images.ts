import { parseImage } from '../kubernetes/text/image-reference';
import { baseName, isShell } from '../kubernetes/text/shell';

/** What only an image with a shell brings along. */
const COMPANIONS: ReadonlySet<string> = new Set(['sleep', 'cat', 'ls', 'test', '[', 'touch', 'echo', 'true']);

const WITHOUT_SHELL: readonly RegExp[] = [
  /(^|[/_-])distroless([/_-]|$)/,
  /(^|[/_-])scratch$/,
  /(^|\/)chainguard\/(static|glibc-dynamic)$/,
  /(^|\/)pause$/,
];
const TAG_WITHOUT_SHELL = /(^|[-.])(distroless|scratch)$/;
const TAG_WITH_SHELL = /(^|[-.])(debug|dev)([-.]|$)/;

/** Tells whether an image is known to hold no shell: by the name of its repository, or its tag. */
export function hasNoShell(image: string | undefined): boolean {
  const parsed = image === undefined ? '' : parseImage(image);
  if (typeof parsed === 'string') return false;
  const tag = parsed.tag ?? '';
  if (TAG_WITH_SHELL.test(tag)) return false;
  const name = [parsed.registry, parsed.repository].filter((part) => part !== undefined).join('/');
  return TAG_WITHOUT_SHELL.test(tag) || WITHOUT_SHELL.some((pattern) => pattern.test(name));
}

/** Tells whether a command calls a shell, or a program that comes along with one. */
export function needsShell(command: readonly string[]): boolean {
  return isShell(command) || COMPANIONS.has(baseName(command[0] ?? ''));
}
