import type { Shell } from './shells';
import type { Completion } from './spec';

/** The script of a shell. */
export async function print(completion: Completion, shell: Shell): Promise<string> {
  switch (shell) {
    case 'bash':
      return (await import('./bash')).bashScript(completion);
    case 'zsh':
      return (await import('./zsh')).zshScript(completion);
    case 'fish':
      return (await import('./fish')).fishScript(completion);
  }
}
