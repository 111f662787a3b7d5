import { validateIp } from '../ip';
import { byteLength, dnsSubdomain, dnsSubdomainWithUnderscore } from '../names';
import type { Report } from '../report';
import type { HostAlias, PodDNSConfig } from '../structure/generated/types';

const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;
const MOST_SEARCH_CHARACTERS = 2048;

/** Source: core/validation validatePodDNSConfig. */
export function validateDnsConfig(
  config: PodDNSConfig | undefined,
  policy: string | undefined,
  path: string,
  report: Report,
): void {
  const { nameservers = [], searches = [], options = [] } = config ?? {};
  if (policy === 'None') {
    if (config === undefined) report.required(path, 'dnsPolicy None needs one');
    else if (nameservers.length === 0) report.required(`${path}.nameservers`, 'dnsPolicy None needs at least one');
    if (nameservers.length === 0) return;
  }
  if (nameservers.length > MOST_NAMESERVERS)
    report.invalid(`${path}.nameservers`, nameservers, `must have at most ${MOST_NAMESERVERS} items`);
  nameservers.forEach((address, index) => {
    validateIp(address, `${path}.nameservers[${index}]`, report);
  });
  if (searches.length > MOST_SEARCHES)
    report.invalid(`${path}.searches`, searches, `must have at most ${MOST_SEARCHES} items`);
  if (byteLength(searches.join(' ')) > MOST_SEARCH_CHARACTERS)
    report.invalid(`${path}.searches`, searches, `must be at most ${MOST_SEARCH_CHARACTERS} characters long together`);
  searches.forEach((search, index) => {
    validateSearch(search, `${path}.searches[${index}]`, report);
  });
  options.forEach(({ name = '' }, index) => {
    if (name === '') report.required(`${path}.options[${index}]`, 'an option needs a name');
  });
}

function validateSearch(search: string, path: string, report: Report): void {
  const isRelaxed = report.has('RelaxedDNSSearchValidation');
  if (isRelaxed && search === '.') return;
  const name = search.endsWith('.') ? search.slice(0, -1) : search;
  report.invalidFor(path, search, isRelaxed ? dnsSubdomainWithUnderscore(name) : dnsSubdomain(name));
}

/** Source: core/validation ValidateHostAliases; its paths left out the indexes until 1.29. */
export function validateHostAliases(aliases: readonly HostAlias[], path: string, report: Report): void {
  const at = (index: number) => (report.isAtLeast(30) ? `[${index}]` : '');
  aliases.forEach(({ ip = '', hostnames = [] }, index) => {
    validateIp(ip, `${path}${at(index)}.ip`, report);
    hostnames.forEach((name, position) => {
      report.invalidFor(`${path}${at(index)}.hostnames${at(position)}`, name, dnsSubdomain(name));
    });
  });
}
