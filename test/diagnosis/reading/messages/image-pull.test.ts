import { pullCause } from '../../../../lib/diagnosis/reading/messages/image-pull';

test.each([
  [
    'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token: 401 Unauthorized',
    'unauthorized',
  ],
  [
    'denied: Permission "artifactregistry.repositories.downloadArtifacts" denied on resource (or it may not exist)',
    'unauthorized',
  ],
  ["pull access denied for cart, repository does not exist or may require 'docker login'", 'missing-or-private'],
  ['failed to resolve reference "docker.io/library/nginx:nope": docker.io/library/nginx:nope: not found', 'not-found'],
  ['Error response from daemon: manifest for nginx:1.13-invalid not found: manifest unknown', 'not-found'],
  ['toomanyrequests: You have reached your pull rate limit.', 'rate-limit'],
  ['Get "https://reg:5000/v2/": x509: certificate signed by unknown authority', 'certificate'],
  ['Get "https://10.0.0.1:5000/v2/": http: server gave HTTP response to HTTPS client', 'http-registry'],
  ['dial tcp: lookup registry-1.docker.io on 10.96.0.10:53: no such host', 'name-resolution'],
  [
    'net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
    'time-out',
  ],
  ['dial tcp 10.0.0.1:443: connect: connection refused', 'refused'],
  ['no matching manifest for linux/arm64/v8 in the manifest list entries', 'architecture'],
  ['write /var/lib/containerd/tmp: no space left on device', 'no-space'],
  ['unexpected status code 503 Service Unavailable', 'server-error'],
  ['', 'unknown'],
] as const)('%s', (message, cause) => {
  expect(pullCause(message)).toBe(cause);
});
