import { Duration } from 'cdk8s';
import { BatchJob, EnvValue, Image, JobRestartPolicy, Retry, Schedule, ScheduledJob } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { RELEASE } from './release';

const env = { LEDGER_PASSWORD: EnvValue.fromSecret('ledger-credentials', 'password') };

/** The jobs on the ledger, a database that others run: its tables are brought up to date, its books balanced at night. */
export function ledger(scope: Construct): void {
  new BatchJob(scope, 'ledger-migration', {
    image: Image.of(`registry.acme.example/payments/ledger-migration:${RELEASE}`),
    args: ['up'],
    env,
    activeDeadline: Duration.minutes(30),
    ttlAfterFinished: Duration.days(7),
  });
  new ScheduledJob(scope, 'reconciliation', {
    image: Image.of(`registry.acme.example/payments/reconciliation:${RELEASE}`),
    env,
    schedule: Schedule.daily({ hour: 3, minute: 30, timeZone: 'Europe/Berlin' }),
    activeDeadline: Duration.hours(2),
    restartPolicy: JobRestartPolicy.NEVER,
    // Exit code 3 says that the books do not balance: a second run would find the same.
    retry: Retry.of({ limit: 3, failOnExitCodes: [3], ignoreDisruptions: true }),
  });
}
