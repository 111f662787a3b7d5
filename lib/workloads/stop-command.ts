import { baseName } from '../kubernetes/text/shell';

/** A command by which a hook stops its server. */
export interface StopCommand {
  /** As it was written. */
  readonly text: string;
  /** Whether requests in flight are cut: a fast stop, or SIGKILL. */
  readonly cuts: boolean;
}

/** Programs whose arguments say that they stop the server. */
const STOPS: ReadonlyArray<readonly [program: RegExp, args: RegExp]> = [
  [/^(nginx|openresty|tengine|angie)(-debug)?$/, /(^| )-s ?(quit|stop)( |$)/],
  [/^(apachectl|apache2ctl|httpd|apache2)$/, /(^| )(-k )?(graceful-)?stop( |$)/],
  [/^caddy$/, /^stop\b/],
  [/^(kong|pumactl|passenger|supervisorctl|pm2|catalina\.sh)$/, /(^| )(quit|stop|halt|shutdown|kill|delete)\b/],
  [/^uwsgi$/, /(^| )--stop\b/],
  [/^(service|systemctl|rc-service)$/, /(^| )stop\b/],
  [/^shutdown\.sh$/, /^/],
];
const FAST = /(^| )(-s ?stop|(-k )?stop|halt|kill|delete)\b/;
const FAST_PROGRAM = /^(nginx|openresty|tengine|angie|apachectl|apache2ctl|httpd|apache2)/;

/** Signals that end no process: to look, to reload, to open logs anew. */
const HARMLESS = /^(SIG)?(0|HUP|1|USR1|10|USR2|12|CONT|18|CHLD|17)$/;
const SENDS_SIGNALS: ReadonlySet<string> = new Set(['kill', 'pkill', 'killall', 'skill']);
const CALLS_HTTP: ReadonlySet<string> = new Set(['curl', 'wget', 'http', 'httpie']);

/** Endpoints by which servers are told to end, or to close their listeners. */
const QUIT_PATH = /\/(quitquitquit|quit|shutdown|stop|exit|terminate|drain_listeners)\/?$/;

/** What a simple command stops; undefined where it stops nothing, or nobody can tell. */
export function stopCommandOf(called: readonly string[]): StopCommand | undefined {
  const [first = '', ...args] = withoutPrefix(called);
  const name = baseName(first);
  const text = called.join(' ');
  if (SENDS_SIGNALS.has(name)) return signalled(text, args);
  if (CALLS_HTTP.has(name)) return args.some(isQuitUrl) ? { text, cuts: false } : undefined;
  const written = args.join(' ');
  if (!STOPS.some(([program, said]) => program.test(name) && said.test(written))) return undefined;
  return { text, cuts: FAST_PROGRAM.test(name) && FAST.test(written) };
}

/** Tells whether an address is one by which a server is told to end: a graceful drain goes on accepting. */
export function isQuitUrl(address: string): boolean {
  const [path = '', query = ''] = address.split('?');
  return QUIT_PATH.test(path) && !/\bgraceful\b/.test(query);
}

/** `sudo`, `bundle exec`, `timeout 30`: they run what stands behind them. */
function withoutPrefix(called: readonly string[]): readonly string[] {
  const name = baseName(called[0] ?? '');
  if (name === 'sudo') return called.slice(1);
  if (name === 'bundle' && called[1] === 'exec') return called.slice(2);
  return name === 'timeout' ? called.slice(called.findIndex((word) => /^\d/.test(word)) + 1) : called;
}

function signalled(text: string, args: readonly string[]): StopCommand | undefined {
  const signal = signalOf(args);
  // HAProxy's soft stop; anybody else opens logs anew.
  const isSoftStop = signal === 'USR1' && /haproxy/.test(text);
  if (args.includes('-l') || (HARMLESS.test(signal) && !isSoftStop)) return undefined;
  return { text, cuts: signal === '9' || signal === 'KILL' };
}

/** The signal of `-TERM`, `-s TERM`, `--signal=TERM` or `-15`, without `SIG`; TERM where none is written. */
function signalOf(args: readonly string[]): string {
  for (const [index, arg] of args.entries()) {
    const written = /^(-s|-n|--signal)$/.test(arg)
      ? args[index + 1]
      : /^(?:-|--signal=)((?:SIG)?[A-Z]+\d?|\d+)$/.exec(arg)?.[1];
    if (written !== undefined) return written.toUpperCase().replace(/^SIG/, '');
  }
  return 'TERM';
}
