import type { Rejection } from '../../../lib/admission/rejection';
import type { Answer } from '../api-client';

/** What was said of an object. */
export type Stage = 'accepted' | 'invalid' | 'unknown-field' | 'undecodable' | 'other';

export interface Verdict {
  readonly stage: Stage;
  /** Field paths, sorted and each once: of the causes, or of the unknown fields. */
  readonly paths: readonly string[];
  readonly message: string;
}

interface Status {
  readonly message?: string;
  readonly reason?: string;
  readonly details?: { readonly causes?: ReadonlyArray<{ readonly field?: string; readonly reason?: string }> };
}

/** Reads the API server's answer. */
export function verdictOf({ status, body }: Answer): Verdict {
  if (status < 300) return { stage: 'accepted', paths: [], message: '' };
  const { message = '', details } = typeof body === 'object' && body !== null ? (body as Status) : {};
  const unknown = [...message.matchAll(/unknown field "((?:[^"\\]|\\.)*)"/g)].map(
    ([, path]) => JSON.parse(`"${path}"`) as string,
  );
  if (status === 400 && unknown.length > 0) return { stage: 'unknown-field', paths: unique(unknown), message };
  // The server looks at the namespace of the URL before it looks at the object.
  if (message.includes('does not match the namespace')) return { stage: 'other', paths: [], message };
  if (status === 400) return { stage: 'undecodable', paths: [], message };
  const causes = details?.causes ?? [];
  if (status === 422)
    return {
      stage: 'invalid',
      paths: unique(causes.map(({ field = '' }) => (field === '<nil>' ? '' : field))),
      message,
    };
  return { stage: 'other', paths: [], message: `${status} ${message}` };
}

/** What the rejections amount to, in the order in which the API server gives up. */
export function ownVerdict(rejections: readonly Rejection[]): Verdict {
  const message = rejections.map((rejection) => `${rejection.kind} ${rejection.message}`).join('; ');
  const of = (kind: Rejection['kind']) =>
    rejections.filter((rejection) => rejection.kind === kind).map(({ path }) => path);
  if (rejections.length === 0) return { stage: 'accepted', paths: [], message };
  if (of('WrongType').length > 0) return { stage: 'undecodable', paths: [], message };
  if (of('UnknownField').length > 0) return { stage: 'unknown-field', paths: unique(of('UnknownField')), message };
  return { stage: 'invalid', paths: unique(rejections.map(({ path }) => path)), message };
}

/** How two verdicts differ; undefined where they agree. */
export type Difference = 'false accept' | 'false reject' | 'paths';

export function compare(server: Verdict, own: Verdict): Difference | undefined {
  if (server.stage !== 'accepted' && own.stage === 'accepted') return 'false accept';
  if (server.stage === 'accepted' && own.stage !== 'accepted') return 'false reject';
  if (server.stage === 'other') return undefined;
  return server.stage === own.stage && server.paths.join('\n') === own.paths.join('\n') ? undefined : 'paths';
}

/** The claims of a StatefulSet stand among its volumes in random order there, so that volumes lose their index. */
function unique(paths: readonly string[]): readonly string[] {
  const stable = paths.map((path) => path.replace(/^(spec\.template\.spec\.volumes)\[\d+\]/, '$1[]'));
  return [...new Set(stable)].sort();
}
