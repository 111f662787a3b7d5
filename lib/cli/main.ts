import { COMMANDS } from './commands/index';
import { run } from './frame/run';

void run(process.argv.slice(2), COMMANDS);
