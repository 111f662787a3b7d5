import { Command, CommanderError } from 'commander';
import { COMMANDS } from '../../lib/cli/commands';

const INTRODUCTION = `# Command line

This page is what \`cdk8s-lifecycle <command> --help\` prints.

\`\`\`sh
npx cdk8s-lifecycle lint k8s/
\`\`\`
`;

/** The help of every command. */
export async function pages(): Promise<ReadonlyArray<{ path: string; text: string }>> {
  const sections = await Promise.all(
    COMMANDS.map(async ({ name, load }) => `## ${name}\n\n\`\`\`text\n${helpOf(name, await load())}\n\`\`\`\n`),
  );
  return [{ path: 'docs/command-line.md', text: [INTRODUCTION, ...sections].join('\n') }];
}

function helpOf(name: string, { register }: { register(program: Command): void }): string {
  let printed = '';
  const program = new Command('cdk8s-lifecycle').exitOverride().configureOutput({
    writeOut: (text) => {
      printed += text;
    },
    getOutHelpWidth: () => 100,
  });
  register(program);
  try {
    program.parse([name, '--help'], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  }
  return printed.trim();
}
