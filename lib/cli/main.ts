import { COMMANDS } from './commands';
import { run } from './run';

void run(process.argv.slice(2), COMMANDS);
