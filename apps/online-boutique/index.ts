import { type App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { cart } from './cart';
import { catalog } from './catalog';
import { checkout } from './checkout';
import { load } from './load';
import { storefront } from './storefront';

/** What an installation of the shop can choose. */
export interface OnlineBoutiqueOptions {
  /** Host name that the shop is reached at. @default 'boutique.example.com' */
  readonly host?: string;
  /** Shoppers that the load generator plays. @default 10 */
  readonly users?: number;
}

/** The service groups, and what makes the objects of each. */
export const GROUPS: ReadonlyArray<readonly [name: string, build: (scope: Construct, options: Chosen) => void]> = [
  ['storefront', storefront],
  ['catalog', catalog],
  ['cart', cart],
  ['checkout', checkout],
  ['load', load],
];

/** The options with every choice made. */
export type Chosen = Required<OnlineBoutiqueOptions>;

/**
 * Google's microservices demo: eleven services, a redis and a load generator, one chart a service group. Services find
 * each other by name, so the shop runs in whatever namespace it is applied to.
 */
export function onlineBoutique(app: App, options: OnlineBoutiqueOptions = {}): void {
  const chosen = { host: 'boutique.example.com', users: 10, ...options };
  for (const [name, build] of GROUPS) build(new Chart(app, name), chosen);
}
