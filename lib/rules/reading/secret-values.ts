import type { SecretName } from './secret-names';

/** Switches and the word for nothing. */
const WORD = /^(true|false|yes|no|on|off|enabled?|disabled?|none|null|nil|optional|required|default|auto)$/i;
const NUMBER = /^[\d.,_]+$/;
/** `$(DB_PASSWORD)`, `${DB_PASSWORD}`, `{{ .Values.password }}`, `%PASSWORD%`, `<your-token>`, `__TOKEN__`, `****`, `...` */
const PLACEHOLDER = /\$\(|\$\{|\{\{|^%\w+%$|<[^>]*>|^__\w+__$|^[*x.-]+$/i;
const TO_FILL_IN =
  /^(?:(?:replace|put|insert|enter|add|fill|set|todo|tbd|fixme)\b|your\b)|\b(?:redacted|placeholder)\b/i;
/** A file, a page, or where a tool fetches the value: Vault, a secret manager of a cloud, 1Password. */
const ELSEWHERE =
  /^(?:file:|~?\.{0,2}\/[\w.@-]+(?:\/[\w.@-]*)*$|https?:\/\/|arn:|op:\/\/|vault:|ref\+|secretref|projects\/[^/]+\/secrets\/)/i;

/** Tells whether what stands in a variable with the name of a secret may be the secret itself. */
export function isSecretValue(value: string, named: SecretName): boolean {
  const text = value.trim();
  if (text === '' || WORD.test(text)) return false;
  if (NUMBER.test(text)) return named === 'password';
  return !PLACEHOLDER.test(text) && !TO_FILL_IN.test(text.replaceAll(/[_-]/g, ' ')) && !ELSEWHERE.test(text);
}
