import { PaymentsService } from '@acme/platform';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { RELEASE } from './release';

/** Takes payments by card, and puts them into the queue. */
export function cardApi(scope: Construct): void {
  new PaymentsService(scope, 'card-api', {
    release: RELEASE,
    path: '/cards',
    longestPayment: Duration.seconds(45),
    config: { CURRENCIES: 'EUR,USD,GBP', QUEUE_ADDRESS: 'nats://queue:4222' },
    files: { '/etc/payments/limits.yaml': LIMITS },
    credentials: { LEDGER_PASSWORD: 'ledger-password', BANK_TOKEN: 'bank-token' },
  });
}

const LIMITS = `daily: 10000
single: 2500
`;
