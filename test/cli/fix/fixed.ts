import { fixDocuments } from '../../../lib/cli/commands/lint/fixing/fix-documents';
import { parseDocuments } from '../../../lib/cli/input/parse-documents';
import { readManifests } from '../../../lib/cli/input/read-manifests';
import { NO_SETTINGS, type Settings } from '../../../lib/cli/settings/settings';
import { valueAtPath } from '../../../lib/kubernetes/views/json';

/** What `--fix` makes of a text for one rule. */
export async function fixed(rule: string, text: string, settings: Partial<Settings> = {}) {
  async function* stdin() {
    yield text;
  }
  const read = await readManifests(['-'], { stdin: stdin() });
  const { sources, left, report } = await fixDocuments(
    read,
    { ...NO_SETTINGS, ...settings, only: [rule] },
    (all) => all,
  );
  const source = sources.get('<stdin>');
  const objects = (source === undefined ? [] : parseDocuments(source).documents).map(({ value }) => value);
  return {
    text: source?.text ?? text,
    /** The value at a field path of the first object, or of the one at a position. */
    at: (path: string, index = 0) => valueAtPath(objects[index], path),
    objects,
    left: left.map(({ because }) => because),
    findings: report.findings,
  };
}

/** A served Deployment; the parts are YAML in flow style. */
export function web({ container = '', pod = '', spec = '', metadata = '', kind = 'Deployment' } = {}): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
${metadata === '' ? '' : `  ${metadata}\n`}spec:
${spec === '' ? '' : `  ${spec}\n`}  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
${pod === '' ? '' : `      ${pod}\n`}      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
${container === '' ? '' : `          ${container}\n`}`;
}

export const CONTAINER = 'spec.template.spec.containers[0]';
