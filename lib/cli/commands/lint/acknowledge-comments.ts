import type { Acknowledgement } from '../../../check/acknowledgement';
import type { Finding } from '../../../check/finding';
import { isWithin } from '../../../kubernetes/text/field-path';
import type { ParsedDocument } from '../../input/parse-documents';
import type { SourceDocument } from '../../input/read-manifests';

const MARK = 'cdk8s-lifecycle-acknowledge';
/** The mark of an earlier draft: a comment with it is told, so that none is without effect in silence. */
const OUTDATED_MARK = 'cdk8s-lifecycle-ignore';
const COMMENT = /^#\s*(cdk8s-lifecycle-(?:acknowledge|ignore))\s+([\w-]+)\s*(?::\s*(.*))?$/;

/**
 * Reads `# cdk8s-lifecycle-acknowledge <rule>: <reason>` beside a line, or on a line of its own above one. It covers the
 * findings of what begins on that line and all below it: beside `- name: web` the whole container.
 */
export async function commentAcknowledgements(
  documents: readonly SourceDocument[],
): Promise<readonly Acknowledgement[]> {
  const read = new Map<ParsedDocument, readonly AcknowledgeComment[]>();
  for (const document of new Set(documents.map((each) => each.document))) {
    const text = textOf(document);
    if (text.includes(MARK) || text.includes(OUTDATED_MARK)) read.set(document, await commentsIn(document));
  }
  return documents.flatMap(({ document, prefix }, index) =>
    (read.get(document) ?? []).flatMap(({ path, ...comment }) => {
      if (!isWithin(path, prefix)) return [];
      const at = path.slice(prefix.length).replace(/^\./, '');
      return [{ ...comment, index, at, covers: (finding: Finding) => isWithin(finding.path, at) }];
    }),
  );
}

interface AcknowledgeComment extends Pick<Acknowledgement, 'rule' | 'reason' | 'outdated'> {
  readonly path: string;
}

async function commentsIn(document: ParsedDocument): Promise<readonly AcknowledgeComment[]> {
  const { commentsOf } = await import('./yaml-comments');
  const text = textOf(document);
  return commentsOf(text).flatMap(({ text: comment, start }) => {
    const match = COMMENT.exec(comment.trim());
    if (match === null) return [];
    const path = document.positions().pathAt(lineMeantBy(text, start));
    if (path === undefined) return [];
    const [, mark = '', rule = '', reason = ''] = match;
    return [{ rule, reason, path, ...(mark === MARK ? {} : { outdated: { written: mark, write: MARK } }) }];
  });
}

function textOf({ source, span }: ParsedDocument): string {
  return source.text.slice(span.start, span.end);
}

/** The line of a comment, or the next line with content where the comment stands alone. */
function lineMeantBy(text: string, comment: number): { readonly start: number; readonly end: number } {
  let start = text.lastIndexOf('\n', comment) + 1;
  if (text.slice(start, comment).trim() === '') {
    const next = /\n(?:[^\S\n]*(?:#[^\n]*)?\n)*(?=[^\S\n]*[^\s#])/y;
    next.lastIndex = Math.max(text.indexOf('\n', comment), 0);
    const skipped = next.exec(text);
    if (skipped !== null) start = skipped.index + skipped[0].length;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}
