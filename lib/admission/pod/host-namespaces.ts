import { byteLength, dnsSubdomain } from '../names';
import { containersOf, type PodContext } from './context';

/** Source: core/validation validatePodHostNetworkDeps. */
export function validateHostPortsMatch({ spec, path, podMetadata, report }: PodContext): void {
  if (spec.hostNetwork !== true) return;
  (spec.containers ?? []).forEach(({ ports = [] }, index) => {
    ports.forEach(({ hostPort = 0, containerPort = 0 }, position) => {
      const mustMatch = podMetadata !== undefined || hostPort !== 0;
      if (mustMatch && hostPort !== containerPort)
        report.invalid(
          `${path}.containers[${index}].ports[${position}].hostPort`,
          hostPort,
          `must be the containerPort (${containerPort}) with hostNetwork`,
        );
    });
  });
}

/** Source: core/validation validateShareProcessNamespace, validateHostUsers, validatePodHostName. */
export function validateHostNamespaces({ spec, path, report }: PodContext): void {
  if (spec.shareProcessNamespace === true && spec.hostPID === true)
    report.invalid(`${path}.shareProcessNamespace`, true, 'must not be set beside hostPID');
  if (spec.hostUsers === false) {
    const why = 'must not be set while hostUsers is false';
    if (spec.hostNetwork === true && !report.has('UserNamespacesHostNetworkSupport'))
      report.forbidden(`${path}.hostNetwork`, why);
    if (spec.hostPID === true) report.forbidden(`${path}.HostPID`, why);
    if (spec.hostIPC === true) report.forbidden(`${path}.HostIPC`, why);
    for (const [{ volumeDevices = [] }, at] of containersOf(spec, path)) {
      if (volumeDevices.length > 0 && report.isAtLeast(34)) report.forbidden(`${at}.volumeDevices`, why);
    }
  }
  const { hostnameOverride } = spec;
  if (hostnameOverride === undefined) return;
  const at = `${path}.hostnameOverride`;
  if (spec.setHostnameAsFQDN === true) report.forbidden(at, 'must not be set beside setHostnameAsFQDN');
  if (spec.hostNetwork === true) report.forbidden(at, 'must not be set beside hostNetwork');
  if (byteLength(hostnameOverride) > 64) report.tooLong(at, '64 characters');
  report.invalidFor(at, hostnameOverride, dnsSubdomain(hostnameOverride));
}
