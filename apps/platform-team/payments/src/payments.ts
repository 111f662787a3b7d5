import { Environment, EnvironmentChart, PaymentsService } from '@acme/platform';
import { type App, Duration } from 'cdk8s';
import { ledger } from './ledger';
import { shipLogs } from './logs';
import { queue } from './queue';
import { RELEASE } from './release';
import { settlement } from './settlement';

/** The whole of payments, in each environment. */
export function payments(app: App, environments: readonly Environment[] = Environment.all()): void {
  for (const environment of environments) {
    const chart = new EnvironmentChart(app, 'payments', environment);
    new PaymentsService(chart, 'card-api', {
      release: RELEASE,
      path: '/cards',
      longestPayment: Duration.seconds(45),
      config: { CURRENCIES: 'EUR,USD,GBP', QUEUE_ADDRESS: 'nats://queue:4222' },
      files: { '/etc/payments/limits.yaml': LIMITS },
      credentials: { LEDGER_PASSWORD: 'ledger-password', BANK_TOKEN: 'bank-token' },
    });
    settlement(chart);
    queue(chart);
    ledger(chart);
    shipLogs(chart);
  }
}

const LIMITS = `daily: 10000
single: 2500
`;
