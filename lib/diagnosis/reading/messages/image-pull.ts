/** Why an image could not be pulled. */
export type PullCause =
  | 'unauthorized'
  | 'missing-or-private'
  | 'not-found'
  | 'rate-limit'
  | 'certificate'
  | 'http-registry'
  | 'name-resolution'
  | 'time-out'
  | 'architecture'
  | 'no-space'
  | 'refused'
  | 'server-error'
  | 'signature'
  | 'pull-secret-missing'
  | 'unknown';

// Wordings of containerd, CRI-O, Docker and the registries behind them. The order decides: a Docker Hub image that does
// not exist is answered with "repository does not exist or may require 'docker login'", which names both.
const WORDINGS: ReadonlyArray<readonly [PullCause, RegExp]> = [
  ['rate-limit', /toomanyrequests|too many requests|\b429\b|rate limit|pull QPS exceeded/i],
  [
    'architecture',
    /no match(ing manifest)? for (platform|\S+ in the manifest)|no matching manifest|no image found in (manifest list|image index) for architecture|exec format/i,
  ],
  ['certificate', /x509|certificate|tls: (?!oversized|first record)/i],
  [
    'http-registry',
    /server gave HTTP response to HTTPS client|first record does not look like a TLS handshake|oversized record/i,
  ],
  [
    'name-resolution',
    /no such host|name resolution|lookup .* (server misbehaving|i\/o timeout|on \S+: )|Could not resolve host/i,
  ],
  ['no-space', /no space left on device|disk quota exceeded/i],
  ['signature', /signature|SignatureValidationFailed|policy.*reject/i],
  ['pull-secret-missing', /unable to retrieve some image pull secrets/i],
  ['missing-or-private', /does not exist or may (require|need)|insufficient_scope|pull access denied/i],
  [
    'not-found',
    /manifest unknown|manifest for .* not found|: not found\b|name unknown|repository name not known|NotFound|NAME_UNKNOWN|MANIFEST_UNKNOWN|tag \S+ not found|image .* not found|failed to resolve reference .*not found|does not exist(?!.*(docker login|denied|authoriz))|reading manifest .* (unknown|not found)|\b404\b/i,
  ],
  [
    'unauthorized',
    /\b401\b|\b403\b|unauthorized|authentication required|authoriz|denied|no basic auth credentials|forbidden|docker login|credentials|invalid username/i,
  ],
  ['not-found', /does not exist|not found/i],
  [
    'time-out',
    /deadline exceeded|time(d)? ?out|i\/o timeout|request canceled|net\/http: (request|TLS handshake)|context canceled/i,
  ],
  [
    'refused',
    /connection refused|connection reset|no route to host|network is unreachable|\bEOF\b|broken pipe|proxyconnect/i,
  ],
  [
    'server-error',
    /\b50[0234]\b|internal server error|bad gateway|service unavailable|gateway time|RegistryUnavailable/i,
  ],
];

/** Reads the cause out of what the runtime said about a pull that failed. */
export function pullCause(message: string): PullCause {
  return WORDINGS.find(([, wording]) => wording.test(message))?.[0] ?? 'unknown';
}
