import { parseImage } from './image-reference';

/** Repositories whose images hold a program and no shell, by the names their makers give them. */
const SHELL_LESS = [/^(?:.*\/)?distroless(?:\/|$)/, /(?:^|[-_/])distroless(?:[-_/]|$)/, /(?:^|\/)scratch$/];

/**
 * Tells whether an image is known to hold no shell and no `sleep`: distroless (but for its `debug` tags), Chainguard's
 * images (but for their `-dev` tags), and names that say so.
 *
 * @see https://github.com/GoogleContainerTools/distroless#debug-images
 */
export function hasNoShell(image: string | undefined): boolean {
  const parsed = image === undefined ? undefined : parseImage(image);
  if (parsed === undefined || typeof parsed === 'string') return false;
  const { registry, repository, tag = '' } = parsed;
  if (/(?:^|-)(?:debug|dev)(?:-|$)/.test(tag)) return false;
  if (registry === 'cgr.dev' && !/(?:^|\/)(?:busybox|bash|wolfi-base|chainguard-base)$/.test(repository)) return true;
  return SHELL_LESS.some((pattern) => pattern.test(repository)) || /(?:^|-)distroless(?:-|$)/.test(tag);
}
