import { ApiObject, JsonPatch } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { mismatchOf } from '../../lifecycle/arguments/kind';
import { shownType } from '../../lifecycle/arguments/shown';
import { isConstruct, refuse } from '../check-props';
import { editFinalJson, type JsonRecord } from './final-json';
import { isRecord } from './merge';

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
}

/**
 * Patches the final JSON of an object of a construct. It comes after everything else, is checked like the rest, and is
 * never dropped in silence, as cdk8s' own patches of generated types are (cdk8s issue 2172).
 *
 * @throws at once if the target is not the construct's, at synth if a path does not exist
 */
export function patchObject(construct: Construct, target: IConstruct, patches: readonly JsonPatch[]): void {
  refuse(`${construct.node.path}, patch`, [...targetProblems(target), ...patches.flatMap(patchProblems)]);
  if (!target.node.scopes.includes(construct)) {
    throw new Error(
      `'${target.node.path}' is not an object of '${construct.node.path}': patch one of its own, such as its workload`,
    );
  }
  const object = ApiObject.of(target);
  editFinalJson(
    object,
    (json) => {
      for (const patch of patches) {
        checkPath(json, patch._toJson() as Operation, object);
        const patched = JsonPatch.apply(structuredClone(json), patch) as JsonRecord;
        for (const key of Object.keys(json)) delete json[key];
        Object.assign(json, patched);
      }
    },
    'patch',
  );
}

function targetProblems(target: unknown): readonly string[] {
  if (isConstruct(target)) return [];
  return [mismatchOf('target', shownType(target), 'an object of the construct', 'give one, such as its workload')];
}

function patchProblems(patch: unknown, index: number): readonly string[] {
  if (isRecord(patch) && typeof patch._toJson === 'function') return [];
  const advice = "write JsonPatch.replace('/spec/replicas', 5), or another of its kinds";
  return [mismatchOf(`patches[${index}]`, shownType(patch), 'a JsonPatch', advice)];
}

function checkPath(json: JsonRecord, operation: Operation, object: ApiObject): void {
  const { op, path, from } = operation;
  const needed = op === 'add' || op === 'move' || op === 'copy' ? parentOf(path) : path;
  for (const pointer of from === undefined ? [needed] : [needed, from]) {
    const missing = firstMissing(json, pointer);
    if (missing === undefined) continue;
    throw new Error(
      `patch '${op} ${path}' finds no '${missing}' in ${object.kind} '${object.name}': add what is missing first, or fix the path`,
    );
  }
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

function firstMissing(json: unknown, pointer: string): string | undefined {
  let here = json;
  let walked = '';
  for (const part of pointer.split('/').slice(1)) {
    walked += `/${part}`;
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(here)) here = here[Number(key)];
    else here = isRecord(here) ? here[key] : undefined;
    if (here === undefined) return walked;
  }
  return undefined;
}
