import { CommanderError } from 'commander';
import { COMMANDS } from '../../lib/cli/commands';
import { frame } from '../../lib/cli/run';

const INTRODUCTION = `# Command line

This page is what \`cdk8s-lifecycle <command> --help\` prints.

\`\`\`sh
npx cdk8s-lifecycle lint k8s/
\`\`\`
`;

/** The help of every command. */
export async function pages(): Promise<ReadonlyArray<{ path: string; text: string }>> {
  const sections = await Promise.all(
    COMMANDS.map(async ({ name, load }) => sectionOf(name, helpOf([name, '--help'], await load()))),
  );
  return [{ path: 'docs/command-line.md', text: [INTRODUCTION, ...sections].join('\n') }];
}

function sectionOf(title: string, help: string): string {
  return `## ${title}\n\n\`\`\`text\n${help}\n\`\`\`\n`;
}

function helpOf(argv: readonly string[], { register }: Awaited<ReturnType<(typeof COMMANDS)[number]['load']>>): string {
  let printed = '';
  const program = frame().configureOutput({
    writeOut: (text) => {
      printed += text;
    },
    getOutHelpWidth: () => 100,
  });
  register(program, COMMANDS);
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  }
  return printed.trim();
}
