import { Command } from 'commander';
import { unknownWord } from '../../kubernetes/text/unknown-word';
import { CouldNotRun } from './could-not-run';

/** A command whose errors are worded as all others of the command line are. */
export class Program extends Command {
  public constructor(name?: string) {
    super(name);
    this.exitOverride().configureHelp({ showGlobalOptions: true });
    this.configureOutput({ outputError: (text, write) => write(worded(text)) });
    this.showHelpAfterError('(run with --help for the options)');
  }

  /** Commander makes its commands by this. */
  public override createCommand(name?: string): Program {
    return new Program(name);
  }

  /** Commander calls this for an option that it does not know, `--optoin=value` among them. */
  public unknownOption(flag: string): never {
    const [name = flag] = flag.split('=');
    throw new CouldNotRun(unknownWord('option', name, this.longOptions()));
  }

  private longOptions(): readonly string[] {
    const help = this.createHelp();
    const options = [...help.visibleOptions(this), ...help.visibleGlobalOptions(this)];
    return options.flatMap(({ long }) => (long === undefined || long === null ? [] : [long]));
  }
}

function worded(text: string): string {
  return text.replace(/^error: /, 'cdk8s-lifecycle: ').replace(/'([^']*)'/g, '"$1"');
}
