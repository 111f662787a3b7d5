import type { Command } from 'commander';

/** A command as the frame knows it before its module is loaded. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the list in `--help`. */
  readonly summary: string;
  /** Loads the module; a bundle holds each in a chunk of its own. */
  readonly load: () => Promise<{ register(program: Command): void }>;
}

/** Every command, in the order in which `--help` lists them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'lint',
    summary: 'tell what in manifests loses requests, crashes or hangs, and how to mend it',
    load: () => import('./lint'),
  },
  {
    name: 'explain',
    summary: 'tell what a rule looks for, why, and how to mend what breaks it',
    load: () => import('./explain'),
  },
  {
    name: 'diagnose',
    summary: 'tell from the state of a cluster what is wrong, why, and which field and line to change',
    load: () => import('./diagnose'),
  },
  {
    name: 'simulate',
    summary: 'tell which requests a rollout, a drain or a crash can lose, and how many to expect',
    load: () => import('./simulate'),
  },
  {
    name: 'runbook',
    summary: 'write a runbook page for each app, from its manifests',
    load: () => import('./runbook'),
  },
];
