import type { Command } from 'commander';
import { answering } from '../../frame/answer';
import { choice } from '../../frame/option-values';
import { NO_CONFIG } from '../../settings/flags';
import { type ExplainFlags, FORMATS } from './flags';

const HELP = `
Without a name, every rule is listed with its severity. A name that is only the beginning
lists the rules and the diagnoses of \`diagnose\` that begin so.

Examples:
  $ cdk8s-lifecycle explain prestop-fits-grace
  $ cdk8s-lifecycle explain OOMKilled
  $ cdk8s-lifecycle explain prestop
  $ cdk8s-lifecycle explain`;

/** Adds `explain` to the program. */
export function register(program: Command): void {
  program
    .command('explain')
    .description('explain a rule or a diagnosis: what it looks for, why it matters, how to fix it, with examples')
    .argument('[rule]', 'id of a rule or a diagnosis, or its beginning')
    .addOption(choice('-o, --output <format>', 'format', 'how it is printed', FORMATS).default('text'))
    .option('--config <file>', 'configuration file that names rules of your own')
    .option(...NO_CONFIG)
    .addHelpText('after', HELP)
    .action(answering<ExplainFlags>(() => import('./run')));
}
