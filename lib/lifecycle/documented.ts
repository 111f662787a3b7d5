/** One number or word that users see: its value, how it reads, where it comes from, and why it is this and no other. */
export interface Documented<T> {
  readonly setting: string;
  readonly value: T;
  /** How the value reads in a table. */
  readonly shown: string;
  /** The topic that it comes from, or `derived` or `facts` where no topic names a number. */
  readonly from: string;
  readonly reason: string;
}

/** Writes one row of a table. */
export function define<T>(setting: string, value: T, shown: string, from: string, reason: string): Documented<T> {
  return { setting, value, shown, from, reason };
}
