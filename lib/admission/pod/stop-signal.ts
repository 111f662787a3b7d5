import type { Report } from '../report';

const NAMED =
  'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX';

/** Source: core/validation supportedStopSignalsLinux. */
const LINUX: ReadonlySet<string> = new Set([
  ...NAMED.split(' ').map((name) => `SIG${name}`),
  ...Array.from({ length: 15 }, (_, index) => `SIGRTMIN+${index + 1}`),
  ...Array.from({ length: 14 }, (_, index) => `SIGRTMAX-${index + 1}`),
]);

const WINDOWS = ['SIGKILL', 'SIGTERM'];

/** Source: core/validation validateStopSignal. */
export function validateStopSignal(signal: string, osName: string | undefined, path: string, report: Report): void {
  if (osName === undefined) report.forbidden(path, 'must not be set while spec.os.name is empty');
  else if (osName === 'windows') report.oneOf(path, signal, WINDOWS);
  else if (osName === 'linux' && !LINUX.has(signal))
    report.add('NotSupported', path, `is "${signal}", and must be the name of a Linux signal such as "SIGTERM"`);
}
