import { type Complaint, dnsLabel, dnsSubdomain, type NameCheck } from '../names';

/** `example.com/signer`. Source: core/validation/names.go ValidateSignerName. */
export const signerName: NameCheck = (name) => {
  const [domain = '', path, ...rest] = name.split('/');
  if (path === undefined || rest.length > 0) return 'must be a domain, "/" and a name';
  if (domain.length > 253) return 'must have a domain of at most 253 characters';
  const labels = domain.split('.');
  return (
    firstComplaint(labels, dnsLabel) ??
    (labels.length < 2 ? 'must have a domain with a "."' : undefined) ??
    firstComplaint(path.split('.'), dnsSubdomain) ??
    (name.length > 571 ? 'must be at most 571 characters long' : undefined)
  );
};

function firstComplaint(parts: readonly string[], check: NameCheck): Complaint {
  return parts.map(check).find((complaint) => complaint !== undefined);
}

/** A ClusterTrustBundle's name: `example.com:signer:name`, or a plain one. Source: ValidateClusterTrustBundleName. */
export const trustBundleName: NameCheck = (name) => dnsSubdomain(name.slice(name.lastIndexOf(':') + 1));
