import { annotationsOf, type ObjectRef, refOf } from '../../../kubernetes/views/manifest';
import { ANNOTATION } from '../../../lifecycle/annotations';
import type { ParsedDocument } from '../../input/parse-documents';
import type { ReadResult, SourceDocument } from '../../input/read-manifests';
import type { IgnorePattern, Settings } from '../../settings/lint-settings';
import type { LintFinding } from './report';

/** The rule that tells what the API server would reject; strict decoding rejects a key that stands twice. */
const RULE = 'admitted';

/** What the reader saw and no rule can see, since a parsed object holds each key once. */
export function duplicateKeyFindings(read: ReadResult, settings: Settings): readonly LintFinding[] {
  const byDocument = new Map<ParsedDocument, SourceDocument>();
  for (const document of read.documents) {
    if (!byDocument.has(document.document)) byDocument.set(document.document, document);
  }
  return read.problems.flatMap(({ kind, document: parsed, file, line, column, message }) => {
    if (kind !== 'duplicate-key' || parsed === null || !runs(settings, file)) return [];
    const document = byDocument.get(parsed);
    if (document === undefined) return [];
    const object = refOf(document.manifest);
    const construct = annotationsOf(document.manifest)[ANNOTATION.construct] ?? null;
    return [
      {
        rule: RULE,
        severity: 'error',
        message,
        fix: 'Keep the one that is meant and remove the other.',
        see: ['https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation'],
        object,
        path: '',
        container: null,
        construct,
        acknowledged: settings.ignores.find((pattern) => covers(pattern, file, object))?.reason ?? null,
        file,
        line: line ?? 1,
        column: column ?? 1,
        source: construct === null ? null : settings.sourceOf(construct),
        document,
      },
    ];
  });
}

/** Tells whether a pattern of the configuration accepts what the reader saw in an object. */
export function covers(pattern: IgnorePattern, file: string, object: ObjectRef): boolean {
  return pattern.rule === RULE && pattern.covers(file, object);
}

function runs({ only, except, levels, levelIn }: Settings, file: string): boolean {
  if (except.includes(RULE) || (only !== undefined && !only.includes(RULE))) return false;
  return (levelIn(RULE, file) ?? levels[RULE]) !== 'off';
}
