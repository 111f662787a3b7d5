import { integerOf, type Json, type JsonObject, objectOf, objectsOf, stringOf, stringsOf } from './json';

/** What a probe or a hook does, after the API server's defaulting. A port is a number or the name of one. */
export type Handler =
  | {
      readonly type: 'httpGet';
      readonly port: number | string | undefined;
      readonly path: string;
      readonly scheme: string;
      readonly host: string | undefined;
      readonly headers: ReadonlyArray<{ readonly name: string; readonly value: string }>;
    }
  | { readonly type: 'tcpSocket'; readonly port: number | string | undefined; readonly host: string | undefined }
  | { readonly type: 'grpc'; readonly port: number | undefined; readonly service: string }
  | { readonly type: 'exec'; readonly command: readonly string[] }
  | { readonly type: 'sleep'; readonly seconds: number | undefined };

/** The kinds of handler, in the order in which the API server looks for them. */
export const HANDLER_TYPES = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;

/** Reads the first handler that a probe or hook holds; undefined where it holds none. */
export function handlerOf(written: JsonObject): Handler | undefined {
  const type = HANDLER_TYPES.find((name) => written[name] !== undefined && written[name] !== null);
  if (type === undefined) return undefined;
  const action = objectOf(written[type]);
  switch (type) {
    case 'exec':
      return { type, command: stringsOf(action.command) };
    case 'httpGet':
      return {
        type,
        port: portOf(action.port),
        path: stringOf(action.path) || '/',
        scheme: stringOf(action.scheme) || 'HTTP',
        host: stringOf(action.host) || undefined,
        headers: objectsOf(action.httpHeaders).map(({ item }) => ({
          name: stringOf(item.name) ?? '',
          value: stringOf(item.value) ?? '',
        })),
      };
    case 'tcpSocket':
      return { type, port: portOf(action.port), host: stringOf(action.host) || undefined };
    case 'grpc':
      return { type, port: integerOf(action.port), service: stringOf(action.service) ?? '' };
    case 'sleep':
      return { type, seconds: integerOf(action.seconds) };
  }
}

/** Reads an int-or-string port. A string of digits is what the API server takes it for: the name of a port. */
export function portOf(value: Json | undefined): number | string | undefined {
  return integerOf(value) ?? (stringOf(value) || undefined);
}
