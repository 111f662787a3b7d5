import { commentsOf } from '../../../../lib/cli/commands/lint/yaml-comments';

test('comments are found with their places, and a # inside a value is none', () => {
  const text = '# head\na: "b # no" # beside\nc: |\n  # no\nd: e#f\n  # indented\ng: {h: i} #end';
  const comments = commentsOf(text);
  expect(comments.map((comment) => comment.text)).toEqual(['# head', '# beside', '# indented', '#end']);
  for (const { text: comment, start } of comments) expect(text.slice(start, start + comment.length)).toBe(comment);
});
