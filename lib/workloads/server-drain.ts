import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import type { Container } from '../kubernetes/views/container';
import { type ServerSettings, serverSettingsOf } from './server-settings';
import { writtenSeconds } from './written-seconds';

/** For how long a server is told to finish its requests once it has been asked to stop. */
export interface ToldDrain {
  readonly seconds: number;
  /** As it was written, with its setting: `--graceful-timeout=120`. */
  readonly said: string;
}

/** Settings of one server, by where they stand; the first group of each is the value. */
interface Server {
  /** On a command line that holds this: a flag alone may mean another thing elsewhere. */
  readonly program?: RegExp;
  readonly flag?: RegExp;
  readonly variable?: RegExp;
  readonly file?: RegExp;
  /** Key of a config map whose whole value is the setting. */
  readonly key?: string;
  /** What a number without unit counts; seconds by default. */
  readonly bare?: 'ms';
}

const SERVERS: readonly Server[] = [
  {
    flag: /(?:-D|--)spring\.lifecycle\.timeout-per-shutdown-phase[= ]([\w.]+)/,
    variable: /^SPRING_LIFECYCLE_TIMEOUT_?PER_?SHUTDOWN_?PHASE$/,
    file: /timeout-per-shutdown-phase["']?\s*[:=]\s*["']?([\w.]+)/,
    bare: 'ms',
  },
  {
    program: /\b(gunicorn|hypercorn|GUNICORN_CMD_ARGS)\b/,
    flag: /--graceful-timeout[= ](\S+)/,
    file: /^\s*graceful_timeout\s*=\s*([\w.]+)/m,
  },
  {
    program: /\buvicorn\b/,
    flag: /--timeout-graceful-shutdown[= ](\S+)/,
    variable: /^UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN$/,
  },
  {
    variable: /^PUMA_(FORCE_SHUTDOWN_AFTER|WORKER_SHUTDOWN_TIMEOUT)$/,
    file: /^\s*(?:force_shutdown_after|worker_shutdown_timeout)[ (]+(\d+)\)?\s*$/m,
  },
  {
    flag: /\bworker_shutdown_timeout (\w+);/,
    file: /\bworker_shutdown_timeout\s+(\w+)\s*;/,
    key: 'worker-shutdown-timeout',
  },
  {
    flag: /-d ?process_control_timeout=(\w+)/,
    variable: /^PHP_FPM_PROCESS_CONTROL_TIMEOUT$/,
    file: /^\s*process_control_timeout\s*=\s*(\w+)/m,
  },
  { program: /\benvoy\b/, flag: /--drain-time-s[= ](\d+)/ },
  {
    variable:
      /(^|_)(GRACEFUL_SHUTDOWN|SHUTDOWN|TERMINUS|GRACEFUL|DRAIN)(_GRACE)?(_PERIOD)?_?(TIMEOUT|SECONDS|DURATION)(_?SECONDS|_S|_SEC)?$/,
  },
  {
    variable:
      /(^|_)(GRACEFUL_SHUTDOWN|SHUTDOWN|TERMINUS|GRACEFUL|DRAIN)(_GRACE)?(_PERIOD)?(_TIMEOUT|_DURATION)?_(MS|MILLIS)$/,
    bare: 'ms',
  },
];

/** Variables that hold further arguments of a server. */
const ARGUMENTS = /^(GUNICORN_CMD_ARGS|JAVA_OPTS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS)$/;

/** Longer than any request: bare numbers above it count milliseconds. */
const MOST_SECONDS = 10_000;

/** Reads for how long a container's server is told to drain; undefined where nothing in the set says so. */
export function serverDrainOf(set: ManifestSet, object: SetObject, container: Container): ToldDrain | undefined {
  const settings = serverSettingsOf(set, object, container);
  return SERVERS.map((server) => drainIn(server, settings)).find((drain) => drain !== undefined);
}

function drainIn(server: Server, { commandLine, environment, files }: ServerSettings): ToldDrain | undefined {
  const { program, flag, variable, file, key, bare } = server;
  const more = [...environment].filter(([name]) => ARGUMENTS.test(name)).map(([name, value]) => `${name}=${value}`);
  const line = [commandLine, ...more].join(' ');
  const flagged = program === undefined || program.test(line) ? flag?.exec(line) : undefined;
  if (flagged) return told(flagged[1], flagged[0].trim(), bare);
  for (const [name, value] of environment) {
    const drain = variable?.test(name) ? told(value, `${name}=${value}`, bare) : undefined;
    if (drain !== undefined) return drain;
  }
  for (const [name, text] of files) {
    const found = name === key ? [`${name}: ${text}`, text] : file?.exec(text);
    if (found) return told(found[1], found[0]?.trim() ?? '', bare);
  }
  return undefined;
}

function told(value: string | undefined, said: string, bare: 'ms' | undefined): ToldDrain | undefined {
  const read = writtenSeconds(value?.replace(/^["']|["',;]+$/g, ''));
  if (read === undefined || read <= 0) return undefined;
  const isBare = /^\d+$/.test(value ?? '');
  return { seconds: isBare && (bare === 'ms' || read > MOST_SECONDS) ? read / 1000 : read, said };
}
