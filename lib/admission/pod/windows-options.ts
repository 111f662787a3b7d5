import { byteLength, dnsSubdomain } from '../names';
import type { Report } from '../report';
import type { PodSpec, WindowsSecurityContextOptions } from '../structure/generated/types';
import { containersOf } from './context';

/** Source: core/validation validateWindowsSecurityContextOptions. */
export function validateWindowsOptions(options: WindowsSecurityContextOptions, path: string, report: Report): void {
  const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options;
  if (gmsaCredentialSpecName !== undefined)
    report.invalidFor(`${path}.gmsaCredentialSpecName`, gmsaCredentialSpecName, dnsSubdomain(gmsaCredentialSpecName));
  if (gmsaCredentialSpec === '') report.invalid(`${path}.gmsaCredentialSpec`, '', 'must not be empty');
  else if (byteLength(gmsaCredentialSpec ?? '') > 64 * 1024)
    report.invalid(`${path}.gmsaCredentialSpec`, gmsaCredentialSpec, 'must be at most 64 KiB long');
  if (runAsUserName !== undefined)
    report.invalidFor(`${path}.runAsUserName`, runAsUserName, userNameComplaint(runAsUserName));
}

const NETBIOS = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const DNS_PART = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const DNS = new RegExp(`^${DNS_PART}(?:\\.${DNS_PART})*$`);
const CONTROL = /\p{Cc}/u;

function userNameComplaint(name: string): string | undefined {
  if (name === '') return 'must not be empty';
  if ([...name].some((letter) => letter <= '\u007f' && CONTROL.test(letter))) return 'must not have control characters';
  const parts = name.split('\\');
  if (parts.length > 2) return 'must have at most one "\\"';
  const user = parts.at(-1) ?? '';
  const domain = parts.length === 2 ? (parts[0] ?? '') : undefined;
  if (domain !== undefined) {
    if (byteLength(domain) >= 256) return 'must have a domain of less than 256 characters';
    if (!NETBIOS.test(domain) && !DNS.test(domain)) return 'must have a NetBIOS or DNS name as its domain';
  }
  if (user === '') return 'must name a user';
  if (byteLength(user) > 104) return 'must have a user of at most 104 characters';
  if (/^[. ]+$/.test(user)) return 'must not be points and blanks alone';
  return /["/\\:;|=,+*?<>@[\]]/.test(user) ? 'must not have any of "/\\:;|=,+*?<>@[] in the user' : undefined;
}

/** Source: core/validation validateWindowsHostProcessPod. */
export function validateHostProcess(spec: PodSpec, path: string, report: Report): void {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  const containers = containersOf(spec, path);
  let count = 0;
  for (const [{ securityContext }, at] of containers) {
    const ofContainer = securityContext?.windowsOptions?.hostProcess;
    if (ofPod !== undefined && ofContainer !== undefined && ofPod !== ofContainer)
      report.invalid(`${at}.securityContext.windowsOptions.hostProcess`, ofContainer, `must be ${ofPod} as in the pod`);
    if (ofContainer ?? ofPod ?? false) count++;
  }
  if (count === 0) return;
  if (count !== containers.length) report.invalid(path, '', 'must have hostProcess in all containers or in none');
  if (spec.hostNetwork !== true)
    report.invalid(`${path}.hostNetwork`, false, 'must be true for hostProcess containers');
}
