/**
 * Prints JSON with one long list in parts, since a text of all its items could be longer than a string may be. `around`
 * gives what stands around the list.
 */
export function* jsonWithList(around: (list: unknown) => unknown, items: readonly unknown[]): Iterable<string> {
  const mark = '\u0000list';
  const shell = JSON.stringify(around(mark), null, 2);
  const [head = '', tail = ''] = shell.split(JSON.stringify(mark));
  const indent = /^ *(?=\S*[^\n]*$)/.exec(head.slice(head.lastIndexOf('\n') + 1))?.[0] ?? '';
  yield `${head}[`;
  for (const [index, item] of items.entries()) {
    const text = JSON.stringify(item, null, 2).replaceAll('\n', `\n${indent}  `);
    yield `${index === 0 ? '' : ','}\n${indent}  ${text}`;
  }
  yield `${items.length === 0 ? '' : `\n${indent}`}]${tail}\n`;
}
