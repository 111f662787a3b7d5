import { checkPort } from '../arithmetic/numbers';

/** A probe's or hook's action as plain values; a port that is left out is the main port of the container. */
export type HandlerSpec =
  | {
      readonly type: 'httpGet';
      readonly path: string;
      readonly port: number | undefined;
      readonly scheme: string;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly type: 'tcpSocket'; readonly port: number | undefined }
  | { readonly type: 'exec'; readonly command: readonly string[] }
  | { readonly type: 'grpc'; readonly port: number | undefined; readonly service: string | undefined }
  | { readonly type: 'sleep'; readonly seconds: number };

const HEADER_NAME = /^[-A-Za-z0-9]+$/;

export function httpSpec(
  path: string,
  port: number | undefined,
  scheme: string,
  headers: Readonly<Record<string, string>>,
): HandlerSpec {
  if (!path.startsWith('/')) throw new Error(`HTTP path '${path}' must begin with '/': write '/${path}'`);
  const wrong = Object.keys(headers).find((name) => !HEADER_NAME.test(name));
  if (wrong !== undefined) {
    throw new Error(
      `HTTP header '${wrong}' has characters other than letters, digits and '-', and the API server refuses it`,
    );
  }
  return { type: 'httpGet', path, port: optionalPort(port), scheme, headers: { ...headers } };
}

export function tcpSpec(port: number | undefined): HandlerSpec {
  return { type: 'tcpSocket', port: optionalPort(port) };
}

export function grpcSpec(port: number | undefined, service: string | undefined): HandlerSpec {
  return { type: 'grpc', port: optionalPort(port), service };
}

export function execSpec(command: readonly string[]): HandlerSpec {
  if (command.length === 0) throw new Error("'command' is empty: give the program and its arguments");
  return { type: 'exec', command: [...command] };
}

/** The action as it stands in a manifest. */
export function handlerJson(spec: HandlerSpec): Record<string, unknown> {
  switch (spec.type) {
    case 'httpGet': {
      const headers = Object.entries(spec.headers).map(([name, value]) => ({ name, value }));
      return {
        httpGet: {
          path: spec.path,
          port: spec.port,
          scheme: spec.scheme,
          ...(headers.length > 0 && { httpHeaders: headers }),
        },
      };
    }
    case 'tcpSocket':
      return { tcpSocket: { port: spec.port } };
    case 'exec':
      return { exec: { command: [...spec.command] } };
    case 'grpc':
      return { grpc: { port: spec.port, ...(spec.service !== undefined && { service: spec.service }) } };
    case 'sleep':
      return { sleep: { seconds: spec.seconds } };
  }
}

/** Tells whether an action needs a port that it does not name itself. */
export function needsMainPort(spec: HandlerSpec): boolean {
  return 'port' in spec && spec.port === undefined;
}

function optionalPort(port: number | undefined): number | undefined {
  return port === undefined ? undefined : checkPort(port, 'port');
}
