import { append } from '../views/groups';
import { isObject, type Json, objectsOf, stringMapOf, stringOf, stringsOf } from '../views/json';

export interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** A label selector as a list of requirements, all of which must hold. */
export type Selector = readonly Requirement[];

/** Reads `{matchLabels, matchExpressions}`. The empty selector matches every pod of its namespace. */
export function selectorOf(written: Json | undefined): Selector {
  if (!isObject(written)) return [];
  return [
    ...fromLabels(written.matchLabels),
    ...objectsOf(written.matchExpressions).map(({ item }) => ({
      key: stringOf(item.key) ?? '',
      operator: stringOf(item.operator) ?? '',
      values: stringsOf(item.values),
    })),
  ];
}

/** Reads a plain label map, as a Service's selector is one. */
export function fromLabels(labels: Json | undefined): Selector {
  return Object.entries(stringMapOf(labels)).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
}

/** Tells whether labels satisfy every requirement; an unknown operator is satisfied by none. */
export function matches(selector: Selector, labels: Readonly<Record<string, string>>): boolean {
  return selector.every(({ key, operator, values }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    switch (operator) {
      case 'In':
        return value !== undefined && values.includes(value);
      case 'NotIn':
        return value === undefined || !values.includes(value);
      case 'Exists':
        return value !== undefined;
      case 'DoesNotExist':
        return value === undefined;
      default:
        return false;
    }
  });
}

/** Finds what a selector matches among labelled things without looking at each: an index by key and by key and value. */
export class LabelIndex<T> {
  private readonly byPair = new Map<string, T[]>();
  private readonly byKey = new Map<string, T[]>();
  private readonly all: T[] = [];

  public constructor(private readonly labelsOf: (item: T) => Readonly<Record<string, string>>) {}

  public add(item: T): void {
    this.all.push(item);
    for (const [key, value] of Object.entries(this.labelsOf(item))) {
      append(this.byKey, key, item);
      append(this.byPair, `${key}=${value}`, item);
    }
  }

  /** In the order of addition. The empty selector matches all. */
  public matching(selector: Selector): readonly T[] {
    return this.candidates(selector).filter((item) => matches(selector, this.labelsOf(item)));
  }

  private candidates(selector: Selector): readonly T[] {
    let fewest: readonly T[] = this.all;
    for (const { key, operator, values } of selector) {
      let found: readonly T[] | undefined;
      if (operator === 'In' && values.length === 1) found = this.byPair.get(`${key}=${values[0]}`) ?? [];
      else if (operator === 'In' || operator === 'Exists') found = this.byKey.get(key) ?? [];
      if (found !== undefined && found.length < fewest.length) fewest = found;
    }
    return fewest;
  }
}
