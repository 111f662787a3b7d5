// What TypeScript refuses. Nothing runs here: `npm run types` fails where one of these compiles.
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  BatchJob,
  HealthChecks,
  Image,
  Platform,
  PodAmount,
  Resources,
  RollingUpdate,
  Schedule,
  ScheduledJob,
  StatefulService,
  ZeroDowntimeService,
} from '../../lib';

declare const scope: Construct;
const image = Image.of('shop/cart:1.4.2');
const resources = Resources.of({ cpu: '1', memory: '1Gi' });
const health = HealthChecks.http();

// @ts-expect-error a liveness check has no success threshold
health.withLiveness({ successThreshold: 2 });
// @ts-expect-error a startup check has no success threshold
health.withStartup({ successThreshold: 2 });
// @ts-expect-error a readiness check has no grace period
health.withReadiness({ terminationGracePeriod: Duration.seconds(10) });
// @ts-expect-error a job's restart policy has two values, and Always is none
new BatchJob(scope, 'job', { image, resources, activeDeadline: Duration.hours(1), restartPolicy: 'Always' });
// @ts-expect-error a job without an active deadline can hang for ever
new BatchJob(scope, 'job', { image, resources });
// @ts-expect-error a scheduled job needs a schedule
new ScheduledJob(scope, 'job', { image, resources, activeDeadline: Duration.hours(1) });
// @ts-expect-error a schedule is made by name, not by a bare string
new ScheduledJob(scope, 'job', { image, resources, activeDeadline: Duration.hours(1), schedule: '0 3 * * *' });
// @ts-expect-error a service without health
new ZeroDowntimeService(scope, 'cart', { image, resources, port: 8080 });
// @ts-expect-error a service without port
new ZeroDowntimeService(scope, 'cart', { image, resources, health });
// @ts-expect-error a service without image
new ZeroDowntimeService(scope, 'cart', { resources, health, port: 8080 });
// @ts-expect-error a stateful service without health
new StatefulService(scope, 'db', { image, resources, port: 5432 });
// @ts-expect-error an image is made by name
new ZeroDowntimeService(scope, 'cart', { image: 'shop/cart:1.4.2', resources, health, port: 8080 });
// @ts-expect-error the value of a variable is made by name
new ZeroDowntimeService(scope, 'cart', { image, resources, health, port: 8080, env: { LEVEL: 'info' } });
// @ts-expect-error an amount of pods does not say whether it may be missing or must stay
new ZeroDowntimeService(scope, 'cart', { image, resources, health, port: 8080, disruptionBudget: PodAmount.pods(1) });
// @ts-expect-error an amount of pods is made by name
RollingUpdate.of({ maxSurge: 1 });
// @ts-expect-error a value's constructor is private
new Image('shop/cart:1.4.2');
// @ts-expect-error a duration has its unit
health.startsWithin(30);
// @ts-expect-error a version is one of the known ones
Platform.of(scope).set({ kubernetesVersion: '1.34' });

export { Schedule };
