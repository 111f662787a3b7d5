import { Image, Resources, Worker } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { appLabel, boutiqueImage, SHOP_SECURITY, serviceAccount, variables } from './boutique';

/** Shoppers that never sleep. Nothing routes to them, so they are a worker. */
export function load(scope: Construct, { users }: { readonly users: number }): void {
  const address = variables({ FRONTEND_ADDR: 'frontend:80' });
  new Worker(scope, 'loadgenerator', {
    image: boutiqueImage('loadgenerator'),
    containerName: 'main',
    // A second one would double the load.
    replicas: 1,
    env: { ...address, ...variables({ USERS: String(users), RATE: '1' }) },
    initContainers: [
      {
        name: 'frontend-check',
        image: Image.of('busybox:1.38.0@sha256:fd8d9aa63ba2f0982b5304e1ee8d3b90a210bc1ffb5314d980eb6962f1a9715d'),
        command: ['/bin/sh', '-c', WAIT_FOR_FRONTEND],
        env: address,
        resources: Resources.of({ cpu: '10m', memory: '16Mi' }),
        security: SHOP_SECURITY,
      },
    ],
    resources: Resources.explicit({
      cpuRequest: '300m',
      cpuLimit: '500m',
      memoryRequest: '256Mi',
      memoryLimit: '512Mi',
    }),
    security: SHOP_SECURITY,
    serviceAccountName: serviceAccount(scope, 'loadgenerator'),
    podAnnotations: { 'sidecar.istio.io/rewriteAppHTTPProbers': 'true' },
    ...appLabel('loadgenerator'),
  });
}

const WAIT_FOR_FRONTEND = `for attempt in $(seq 1 12); do
  if wget -S -q -O /dev/null "http://\${FRONTEND_ADDR}" 2>&1 | grep -q 'HTTP/[0-9.]* 200'; then
    echo "the frontend answers"
    exit 0
  fi
  echo "attempt $attempt of 12: no status 200 yet"
  sleep 10
done
exit 1
`;
