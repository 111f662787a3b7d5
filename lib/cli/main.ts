import { COMMANDS } from './commands/index';
import { runProgram } from './frame/run';

void runProgram(process.argv.slice(2), COMMANDS);
