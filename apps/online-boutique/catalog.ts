import type { Construct } from 'constructs';
import { grpcService, SMALL, variables } from './boutique';

/** What there is to buy, and what it costs in which currency. */
export function catalog(scope: Construct): void {
  grpcService(scope, 'productcatalogservice', {
    port: 3550,
    env: variables({ PORT: '3550', DISABLE_PROFILER: '1' }),
    resources: SMALL,
  });
  grpcService(scope, 'currencyservice', {
    port: 7000,
    env: variables({ PORT: '7000', DISABLE_PROFILER: '1' }),
    resources: SMALL,
  });
}
