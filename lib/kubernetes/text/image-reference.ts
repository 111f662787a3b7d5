/** The parts of an image reference, as the container runtime reads it. */
export interface ImageReference {
  /** `registry.example.com:5000`; undefined where it is left out (Docker Hub). */
  readonly registry: string | undefined;
  /** `shop/cart`, without registry. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:…` */
  readonly digest: string | undefined;
}

const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const REGISTRY = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

/**
 * Reads an image reference by the grammar that the kubelet uses; a colon before the last slash is a registry's port,
 * never a tag. Answers with a sentence about the first part that does not fit where it does not parse.
 *
 * @see https://github.com/distribution/reference/blob/main/reference.go
 */
export function parseImage(image: string): ImageReference | string {
  const at = image.indexOf('@');
  const digest = at < 0 ? undefined : image.slice(at + 1);
  const beforeDigest = at < 0 ? image : image.slice(0, at);
  const colon = beforeDigest.lastIndexOf(':');
  const hasTag = colon > beforeDigest.lastIndexOf('/');
  const tag = hasTag ? beforeDigest.slice(colon + 1) : undefined;
  const name = hasTag ? beforeDigest.slice(0, colon) : beforeDigest;
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hasRegistry = slash >= 0 && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  const registry = hasRegistry ? first : undefined;
  const repository = hasRegistry ? name.slice(slash + 1) : name;

  if (registry !== undefined && !REGISTRY.test(registry))
    return `its registry '${registry}' is not a host name with an optional port`;
  if (repository !== repository.toLowerCase())
    return `its repository '${repository}' has capital letters; write '${repository.toLowerCase()}'`;
  if (!REPOSITORY.test(repository))
    return `its repository '${repository}' is not lower-case words joined by '.', '_', '-' and '/'`;
  if (name.length > 255) return `its name is ${name.length} characters long, and 255 are allowed`;
  if (tag !== undefined && !TAG.test(tag))
    return `its tag '${tag}' is not a word of letters, digits, '.', '_' and '-' (128 at most)`;
  if (digest !== undefined && !DIGEST.test(digest))
    return `its digest '${digest}' is not like 'sha256:' and 64 hexadecimal digits`;
  if (digest?.startsWith('sha256:') && digest.length !== 71)
    return `its digest has ${digest.length - 7} hexadecimal digits, and sha256 has 64`;
  return { registry, repository, tag, digest };
}

/** The pull policy that the API server writes where none is given: Always for `latest` or no tag, else IfNotPresent. */
export function defaultPullPolicy(image: string): 'Always' | 'IfNotPresent' {
  const parsed = parseImage(image);
  if (typeof parsed === 'string') return 'IfNotPresent';
  const isLatest = parsed.tag === 'latest' || (parsed.tag === undefined && parsed.digest === undefined);
  return isLatest ? 'Always' : 'IfNotPresent';
}
