import { runCaptured } from '../../captured';

/** A served Deployment without preStop hook. */
export const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
`;

/** What `lint -o json` prints. */
export interface Printed {
  readonly findings: ReadonlyArray<Record<string, unknown>>;
  readonly summary: Record<string, number>;
}

/** Lints for one rule and reads what is printed. */
export async function lintJson(...argv: string[]): Promise<Printed & { readonly code: number; readonly err: string }> {
  const { out, code, err } = await runCaptured('lint', '-o', 'json', '--rules', 'prestop-exists', ...argv);
  return { ...(JSON.parse(out) as Printed), code, err };
}
