import type { CommandEntry } from '../frame/command-entry';

/** Every command, in the order in which `--help` lists them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'lint',
    summary: 'find what drops requests, crashes or hangs in your manifests, and how to fix it',
    load: () => import('./lint/command'),
  },
  {
    name: 'explain',
    summary: 'explain a rule or a diagnosis: what it means, why it matters, how to fix it',
    load: () => import('./explain/command'),
  },
  {
    name: 'diagnose',
    summary: 'find out from the state of a cluster what is wrong, why, and which field and line to change',
    load: () => import('./diagnose/command'),
  },
  {
    name: 'simulate',
    summary: 'find out which requests a rollout, a drain or a crash can lose, and how many to expect',
    load: () => import('./simulate/command'),
  },
  {
    name: 'runbook',
    summary: 'write a runbook page for each app, from its manifests',
    load: () => import('./runbook/command'),
  },
  {
    name: 'completion',
    summary: 'print the completion script of a shell',
    load: () => import('./completion/command'),
  },
];
