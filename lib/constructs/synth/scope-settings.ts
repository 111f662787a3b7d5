import type { IConstruct } from 'constructs';

type Holder = IConstruct & { [key: symbol]: unknown };

/**
 * Values kept on scopes and merged key by key, the nearest scope first. A value that comes after somebody below has
 * read it could not reach the reader, so it throws and names the reader.
 */
export class ScopeSettings<T extends object> {
  private readonly key: symbol;
  private readonly readersKey: symbol;

  /** @param name how errors name the settings, such as `Platform` */
  public constructor(private readonly name: string) {
    // Registered symbols: two copies of this package in one program still share the values.
    this.key = Symbol.for(`cdk8s-lifecycle.${name}`);
    this.readersKey = Symbol.for(`cdk8s-lifecycle.${name}.readers`);
  }

  /** Sets keys on a scope; keys set there before and not given now stay. */
  public set(scope: IConstruct, values: T): void {
    const reader = this.readers(scope).find((each) => each.node.scopes.includes(scope));
    if (reader !== undefined) {
      throw new Error(
        `${this.name} is set on '${scope.node.path || '(the app)'}' too late: '${reader.node.path}' has already read it; set it before that construct is made`,
      );
    }
    (scope as Holder)[this.key] = { ...this.own(scope), ...defined(values) };
  }

  /** Reads what holds for a construct, and remembers that it did. */
  public read(construct: IConstruct): T {
    this.readers(construct).push(construct);
    return this.peek(construct);
  }

  /** Reads what holds for a scope as of now. */
  public peek(scope: IConstruct): T {
    return Object.assign({}, ...scope.node.scopes.map((each) => this.own(each))) as T;
  }

  private own(scope: IConstruct): object {
    return ((scope as Holder)[this.key] as object | undefined) ?? {};
  }

  private readers(scope: IConstruct): IConstruct[] {
    const root = scope.node.root as Holder;
    root[this.readersKey] ??= [];
    return root[this.readersKey] as IConstruct[];
  }
}

function defined(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
