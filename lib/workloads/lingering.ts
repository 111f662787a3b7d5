import type { Container } from '../kubernetes/views/container';
import { writtenSeconds } from './written-seconds';

/** Flags by which a server goes on accepting connections after SIGTERM, and how a bare number is read. */
const FLAGS = /^--(?:shutdown-grace-period|entrypoints\.[^.]+\.transport\.lifecycle\.requestacceptgracetimeout)$/i;

/**
 * For how many seconds a server goes on accepting connections after SIGTERM, by its own flags: ingress-nginx and Traefik.
 * Of several entry points the first to close counts. 0 where nothing is said.
 *
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/cli-arguments/
 */
export function lingerSeconds({ command, args }: Container): number {
  const words = [...command, ...args];
  const told = words.flatMap((word, index) => {
    const [flag = '', value = words[index + 1]] = word.split(/=(.*)/s);
    const seconds = FLAGS.test(flag) ? writtenSeconds(value) : undefined;
    return seconds === undefined ? [] : [seconds];
  });
  return told.length === 0 ? 0 : Math.min(...told);
}
