import { dnsLabel } from '../names';
import { isWhole, type Quantity, resourceAmountOf } from '../quantities';
import type { Report } from '../report';
import type { ResourceClaim, ResourceRequirements } from '../structure/generated/types';
import {
  isCountedInWholes,
  isHugePages,
  isOvercommitAllowed,
  isWholePages,
  validateResourceName,
} from './resource-names';

type NameValidator = (name: string, path: string, report: Report) => void;

/** Source: core/validation validateResourceRequirements; maps are told by their key, not by their item. */
export function validateResources(
  { limits = {}, requests = {}, claims = [] }: ResourceRequirements,
  podClaimNames: ReadonlySet<string>,
  path: string,
  report: Report,
  validateName: NameValidator = validateResourceName,
): void {
  for (const [name, quantity] of Object.entries(limits)) {
    validateAmount(name, quantity, `${path}.limits[${name}]`, report, validateName);
  }
  for (const [name, quantity] of Object.entries(requests)) {
    validateAmount(name, quantity, `${path}.requests[${name}]`, report, validateName);
    validateAgainstLimit(name, quantity, Object.hasOwn(limits, name) ? limits[name] : undefined, path, report);
  }
  const names = [...Object.keys(limits), ...Object.keys(requests)];
  if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory'))
    report.forbidden(path, 'must have cpu or memory beside hugepages');
  validateClaims(claims, podClaimNames, `${path}.claims`, report);
}

function validateAmount(
  name: string,
  quantity: Quantity,
  path: string,
  report: Report,
  validateName: NameValidator,
): void {
  validateName(name, path, report);
  const amount = resourceAmountOf(quantity);
  if (amount < 0n) report.invalid(path, quantity, 'must be 0 or more');
  if (isCountedInWholes(name) && !isWhole(amount)) report.invalid(path, quantity, 'must be a whole number');
  if (isHugePages(name) && !isWholePages(name, amount))
    report.invalid(path, quantity, 'must be a multiple of the page size');
}

function validateAgainstLimit(
  name: string,
  request: Quantity,
  limit: Quantity | undefined,
  path: string,
  report: Report,
): void {
  const canDiffer = isOvercommitAllowed(name);
  if (limit === undefined) {
    if (!canDiffer) report.required(`${path}.limits`, `${name} needs a limit equal to its request`);
    return;
  }
  const about = ['requests', 'limits'].map((list) => `${path}.${list}[${name}]`);
  const difference = resourceAmountOf(request) - resourceAmountOf(limit);
  if (difference !== 0n && !canDiffer)
    report.invalid(`${path}.requests`, request, `must be equal to the ${name} limit of ${limit}`, about);
  else if (difference > 0n)
    report.invalid(`${path}.requests`, request, `must be at most the ${name} limit of ${limit}`, about);
}

/** Source: core/validation validateResourceClaimNames. */
function validateClaims(
  claims: readonly ResourceClaim[],
  podClaimNames: ReadonlySet<string>,
  path: string,
  report: Report,
): void {
  const seen = new Set<string>();
  claims.forEach(({ name = '', request = '' }, index) => {
    const at = `${path}[${index}]`;
    if (name === '') {
      report.required(at);
      return;
    }
    if (seen.has(name)) report.duplicate(at, name);
    else {
      if (request !== '') report.invalidFor(`${at}.request`, request, dnsLabel(request));
      const key = request === '' ? name : `${name}/${request}`;
      const overlaps = request === '' && [...seen].some((each) => each.startsWith(`${name}/`));
      if (seen.has(key) || overlaps) report.duplicate(at, key);
      seen.add(key);
    }
    if (!podClaimNames.has(name)) report.notFound(at, name, 'must be a name in the resourceClaims of the pod');
  });
}
