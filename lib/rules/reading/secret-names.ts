/** Last words of a name whose value is a secret: `DB_PASSWORD`, `githubToken`. */
const PASSWORDS: ReadonlySet<string> = new Set('password passwd pwd pass passphrase passcode'.split(' '));
const SECRETS: ReadonlySet<string> = new Set(
  'secret token credential credentials creds apikey accesskey secretkey privatekey'.split(' '),
);
/** What makes a key a secret one, by the word before it: `PUBLIC_KEY` and `CACHE_KEY` are none. */
const SECRET_KEYS: ReadonlySet<string> = new Set(
  'api access account auth encryption licence license master private secret service shared signing ssh storage'.split(
    ' ',
  ),
);
/** Words after which a value is still the secret itself: `SECRET_KEY_BASE`, `PASSWORD_1`. */
const TRAILING = /^(base|value|text|plain|\d+)$/;
/** Words before the last that make it a switch, or the name of an object: `ALLOW_EMPTY_PASSWORD`, `IMAGE_PULL_SECRET`. */
const OTHERWISE: ReadonlySet<string> = new Set(
  'allow disable enable empty has is max min need no pull random require show skip use with'.split(' '),
);

/** What the name of a variable says of its value. */
export type SecretName = 'password' | 'secret';

/** Tells whether a name is that of a secret; undefined where it is not. */
export function secretNameOf(name: string): SecretName | undefined {
  const words = wordsOf(name);
  while (words.length > 1 && TRAILING.test(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  if (words.some((word) => OTHERWISE.has(word)) || name === 'PWD' || name === 'OLDPWD') return undefined;
  if (PASSWORDS.has(last)) return 'password';
  if (SECRETS.has(last)) return 'secret';
  return last === 'key' && SECRET_KEYS.has(words.at(-2) ?? '') ? 'secret' : undefined;
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
