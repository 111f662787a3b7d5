import { Environment, EnvironmentChart } from '@acme/platform';
import type { App } from 'cdk8s';
import type { Construct } from 'constructs';
import { cardApi } from './card-api';
import { ledger } from './ledger';
import { shipLogs } from './logs';
import { queue } from './queue';
import { settlement } from './settlement';

/** What payments is made of. */
export const PARTS: ReadonlyArray<(scope: Construct) => void> = [cardApi, settlement, queue, ledger, shipLogs];

/** The whole of payments, in each environment. */
export function payments(app: App): void {
  for (const environment of Environment.all()) {
    const chart = new EnvironmentChart(app, 'payments', environment);
    for (const part of PARTS) part(chart);
  }
}
