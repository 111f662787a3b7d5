/**
 * The lines of a stream of text; what follows the last line break is half a line, and left out. Nothing is read before it
 * is asked for: an interface of node:readline drops the lines that come before somebody listens.
 */
export async function* linesOf(stream: AsyncIterable<string>): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of stream) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
