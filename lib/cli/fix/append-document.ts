import { stringify } from 'yaml';
import type { Manifest } from '../../kubernetes/views/manifest';
import type { SourceDocument } from '../input/read-manifests';
import { CannotEdit } from './cannot-edit';
import type { YamlEdit } from './edit-yaml';
import { PLAIN } from './layout';

/**
 * The edit that adds a document behind the one that holds an object; offsets are those of the file.
 *
 * @throws CannotEdit if the file is JSON, or the object an item of a list
 */
export function appendDocument({ document, prefix }: SourceDocument, manifest: Manifest): YamlEdit {
  const { text } = document.source;
  const yaml = stringify(manifest, PLAIN);
  if (prefix !== '')
    throw new CannotEdit(`it stands in a list, where a further object has no place of its own:\n${yaml}`);
  if (/^\s*\{/.test(text))
    throw new CannotEdit(`its file is JSON, which holds one document; the object to add is\n${yaml}`);
  const at = document.span.end;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const head = text[at - 1] === '\n' ? '' : lineEnd;
  return { start: at, end: at, text: `${head}---${lineEnd}${yaml.replaceAll('\n', lineEnd)}` };
}
