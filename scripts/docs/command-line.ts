import { type Command, CommanderError } from 'commander';
import { COMMANDS } from '../../lib/cli/commands/index';
import { frame } from '../../lib/cli/frame/run';

const INTRODUCTION = `# Command line

This page is what \`cdk8s-lifecycle --help\` and \`cdk8s-lifecycle <command> --help\` print.

\`\`\`sh
npx cdk8s-lifecycle lint k8s/
\`\`\`
`;

/** The help of the program and of every command. */
export async function pages(): Promise<ReadonlyArray<{ path: string; text: string }>> {
  const whole = helpOf([], (program) => {
    for (const { name, summary } of COMMANDS) program.command(name).description(summary);
  });
  const sections = await Promise.all(
    COMMANDS.map(async ({ name, load }) => {
      const { register } = await load();
      return section(
        name,
        helpOf([name], (program) => register(program, COMMANDS)),
      );
    }),
  );
  return [
    { path: 'docs/command-line.md', text: [INTRODUCTION, section('cdk8s-lifecycle', whole), ...sections].join('\n') },
  ];
}

function section(title: string, help: string): string {
  return `## ${title}\n\n\`\`\`text\n${help}\n\`\`\`\n`;
}

function helpOf(argv: readonly string[], register: (program: Command) => void): string {
  let printed = '';
  const program = frame().configureOutput({
    writeOut: (text) => {
      printed += text;
    },
    getOutHelpWidth: () => 100,
  });
  register(program);
  try {
    program.parse([...argv, '--help'], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  }
  return printed.trim();
}
