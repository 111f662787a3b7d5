import { validateImmutable } from '../immutable';
import { defineKind } from '../kind';
import { validateMetadata } from '../metadata';
import { byteLength, configMapKey, dnsSubdomain } from '../names';
import type { Report } from '../report';
import type { Secret } from '../structure/generated/types';
import { decodedLength, decodeText } from './base64';
import { MOST_BYTES, validateUnchanged } from './config-map';

/** Source: core/v1/conversion.go (stringData), core/validation ValidateSecret. */
export const secret = defineKind<Secret>({
  default: (object, _report, old) => {
    // What was once written as stringData is data from then on, and stays unless it is written anew.
    const kept = Object.entries(old?.stringData ?? {}).filter(([key]) => object.data?.[key] === undefined);
    const stringData = kept.length === 0 ? {} : { stringData: { ...Object.fromEntries(kept), ...object.stringData } };
    return { ...object, ...stringData, type: object.type || 'Opaque' };
  },
  validate: ({ metadata = {}, data = {}, stringData = {}, type = '' }, report) => {
    validateMetadata(metadata, true, dnsSubdomain, report);
    const lengths = new Map(Object.entries(data).map(([key, value]) => [key, decodedLength(value)]));
    for (const [key, value] of Object.entries(stringData)) lengths.set(key, byteLength(value));
    for (const key of lengths.keys()) report.invalidFor(`data[${key}]`, key, configMapKey(key));
    const bytes = [...lengths.values()].reduce((sum, each) => sum + each, 0);
    if (bytes > MOST_BYTES) report.tooLong('data', `${MOST_BYTES} bytes`);
    const textOf = (key: string) => stringData[key] ?? (data[key] === undefined ? undefined : decodeText(data[key]));
    validateType(type, textOf, metadata.annotations ?? {}, report);
  },
  validateUpdate: (object, old, report) => {
    const fix = 'delete the Secret and create it anew, or give it a new name';
    validateImmutable(object.type, old.type, 'type', fix, report);
    if (old.immutable === true) validateUnchanged(merged(object), merged(old), ['data'], report);
  },
});

/** stringData overwrites data; that one is text does not matter, only whether it is another. */
function merged({ data = {}, stringData = {}, immutable }: Secret): Secret {
  const read = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, decodeText(value)]));
  return { immutable, data: { ...read, ...stringData } };
}

const ACCOUNT = 'kubernetes.io/service-account.name';

function validateType(
  type: string,
  textOf: (key: string) => string | undefined,
  annotations: Readonly<Record<string, string>>,
  report: Report,
): void {
  const has = (key: string) => textOf(key) !== undefined;
  const demand = (key: string) => report.required(`data[${key}]`, `a Secret of type ${type} needs it`);
  if (type === 'kubernetes.io/service-account-token') {
    if ((annotations[ACCOUNT] ?? '') === '') report.required(`metadata.annotations[${ACCOUNT}]`);
  } else if (type === 'kubernetes.io/dockercfg') validateJson('.dockercfg', textOf, demand, report);
  else if (type === 'kubernetes.io/dockerconfigjson') validateJson('.dockerconfigjson', textOf, demand, report);
  else if (type === 'kubernetes.io/basic-auth') {
    if (!has('username') && !has('password')) ['username', 'password'].forEach(demand);
  } else if (type === 'kubernetes.io/ssh-auth') {
    if ((textOf('ssh-privatekey') ?? '') === '') demand('ssh-privatekey');
  } else if (type === 'kubernetes.io/tls') ['tls.crt', 'tls.key'].filter((key) => !has(key)).forEach(demand);
}

/** null reads as an empty object in Go. */
function validateJson(
  key: string,
  textOf: (key: string) => string | undefined,
  demand: (key: string) => void,
  report: Report,
): void {
  const text = textOf(key);
  if (text === undefined) {
    demand(key);
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (typeof value !== 'object' || Array.isArray(value)) report.add('Invalid', `data[${key}]`, 'must be a JSON object');
}
