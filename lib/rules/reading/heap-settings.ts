import { ONE } from '../../kubernetes/text/quantity';
import type { Container } from '../../kubernetes/views/container';

/** A setting of a language runtime that says how large its heap may grow. */
export interface HeapSetting {
  /** As it is written: `-Xmx512m`. */
  readonly text: string;
  /** Field path of the argument or variable. */
  readonly path: string;
  /** Bytes in billionths; undefined for a share of the limit. */
  readonly bytes: bigint | undefined;
  /** Percent of the memory limit. */
  readonly percent: number | undefined;
}

interface Place {
  readonly text: string;
  readonly path: string;
  /** Name of the variable; undefined for an argument. */
  readonly variable: string | undefined;
}

const KI = 1024n;
const UNIT: Readonly<Record<string, bigint>> = { '': 1n, b: 1n, k: KI, m: KI ** 2n, g: KI ** 3n, t: KI ** 4n };

/** Reads the heap settings in the command, arguments and environment of a container. Of the same flag the last counts. */
export function heapSettingsOf(container: Container): readonly HeapSetting[] {
  return placesOf(container).flatMap((place) =>
    [javaHeap(place), javaShare(place), nodeHeap(place), goLimit(place), dotnetLimit(place)].filter(
      (setting) => setting !== undefined,
    ),
  );
}

function placesOf({ command, args, env, path }: Container): readonly Place[] {
  return [
    ...command.map((text, index) => ({ text, path: `${path}.command[${index}]`, variable: undefined })),
    ...args.map((text, index) => ({ text, path: `${path}.args[${index}]`, variable: undefined })),
    ...env.map(({ name, value, path: at }) => ({ text: value ?? '', path: at, variable: name })),
  ];
}

function last(text: string, pattern: RegExp): RegExpExecArray | undefined {
  return [...text.matchAll(pattern)].at(-1);
}

/** `-Xmx512m`, `-XX:MaxHeapSize=512m` */
function javaHeap({ text, path }: Place): HeapSetting | undefined {
  const match = last(text, /(?:^|[\s"'=])(?:-Xmx|-XX:MaxHeapSize=)(\d+)([kmgt]?)(?=$|[\s"'])/gi);
  if (match === undefined) return undefined;
  const bytes = BigInt(match[1] ?? '0') * (UNIT[(match[2] ?? '').toLowerCase()] ?? 1n) * ONE;
  return { text: match[0].trim().replace(/^["'=]/, ''), path, bytes, percent: undefined };
}

/** `-XX:MaxRAMPercentage=95.0` */
function javaShare({ text, path }: Place): HeapSetting | undefined {
  const match = last(text, /-XX:MaxRAMPercentage=(\d+(?:\.\d+)?)/g);
  return match && { text: match[0], path, bytes: undefined, percent: Number(match[1]) };
}

/** `--max-old-space-size=2048`, in MiB */
function nodeHeap({ text, path }: Place): HeapSetting | undefined {
  const match = last(text, /--max[-_]old[-_]space[-_]size[= ](\d+)/g);
  return match && { text: match[0], path, bytes: BigInt(match[1] ?? '0') * KI ** 2n * ONE, percent: undefined };
}

/** `GOMEMLIMIT=512MiB`; a plain number is bytes */
function goLimit({ text, path, variable }: Place): HeapSetting | undefined {
  const match = variable === 'GOMEMLIMIT' ? /^(\d+)(?:([KMGT]?)i?B)?$/.exec(text) : null;
  if (match === null) return undefined;
  const bytes = BigInt(match[1] ?? '0') * (UNIT[(match[2] ?? '').toLowerCase()] ?? 1n) * ONE;
  return { text: `${variable}=${text}`, path, bytes, percent: undefined };
}

/** `DOTNET_GCHeapHardLimit=0x10000000`: hexadecimal, with or without prefix */
function dotnetLimit({ text, path, variable }: Place): HeapSetting | undefined {
  if (!/^(DOTNET|COMPlus)_GCHeapHardLimit$/.test(variable ?? '') || !/^(0x)?[0-9a-f]+$/i.test(text)) return undefined;
  const bytes = BigInt(`0x${text.replace(/^0x/i, '')}`) * ONE;
  return { text: `${variable}=${text}`, path, bytes, percent: undefined };
}
