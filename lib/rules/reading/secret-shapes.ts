/** How a secret can be told by its look, whatever it is called. */
interface Shape {
  /** What it is, with its article: `a GitHub token`. */
  readonly what: string;
  readonly pattern: RegExp;
}

/** Every pattern is bounded, so that a text of a megabyte is read in one pass. */
const SHAPES: readonly Shape[] = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]{1,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----/ },
  { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)(?![A-Z2-7]{9,9}EXAMPLE)[A-Z2-7]{16}\b/ },
  { what: 'a GitHub token', pattern: /\bgh[pousr]_\w{36,255}\b|\bgithub_pat_\w{22,255}\b/ },
  { what: 'a GitLab token', pattern: /\bglpat-[\w-]{20,}/ },
  {
    what: 'a Slack token',
    pattern: /\bxox[abeoprs]-[\w-]{10,}|\bhooks\.slack\.com\/services\/T\w{6,}\/B\w{6,}\/\w{16,}/,
  },
  { what: 'a Stripe key', pattern: /\b[rs]k_(?:live|test)_\w{16,}/ },
  { what: 'a Google API key', pattern: /\bAIza[\w-]{35}\b/ },
  { what: 'an npm token', pattern: /\bnpm_[A-Za-z\d]{36}\b/ },
  { what: 'a SendGrid key', pattern: /\bSG\.[\w-]{22}\.[\w-]{43}\b/ },
  { what: 'a Vault token', pattern: /\bhv[bs]\.[\w-]{24,}/ },
  { what: 'an API key', pattern: /\bsk-(?:ant-|proj-)?(?=[\w-]{0,40}\d)[\w-]{32,}/ },
  { what: 'a JSON web token', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/ },
  { what: 'an Azure storage key', pattern: /\bAccountKey=[A-Za-z\d+/]{40,}={0,2}/ },
  {
    what: 'a connection string with a password',
    pattern: /;\s{0,4}(?:password|pwd)\s{0,4}=\s{0,4}(?![<${%*]|;|$)[^;\s]/i,
  },
  {
    what: 'a URL with a password',
    pattern: /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s/?#:@"']{0,100}:(?![<${%*]|[^@]{0,100}\$[({])[^\s/?#@"']{1,200}@[\w[$]/i,
  },
];

/** What kind of secret a text holds, by its look; undefined where none is seen. */
export function secretShapeOf(text: string): string | undefined {
  return SHAPES.find(({ pattern }) => pattern.test(text))?.what;
}
