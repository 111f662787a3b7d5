import { type App, Chart } from 'cdk8s';
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

/**
 * Google's microservices demo: eleven services, a redis and a load generator, one chart a service group. Services find
 * each other by name, so the shop runs in whatever namespace it is applied to.
 */
export function onlineBoutique(app: App, options: OnlineBoutiqueOptions = {}): void {
  const { host = 'boutique.example.com', users = 10 } = options;
  storefront(new Chart(app, 'storefront'), host);
  catalog(new Chart(app, 'catalog'));
  cart(new Chart(app, 'cart'));
  checkout(new Chart(app, 'checkout'));
  load(new Chart(app, 'load'), users);
}
