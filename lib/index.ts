export { AutoscalingOptions } from './constructs/autoscaler';
export * from './constructs/batch-job';
export * from './constructs/concurrency';
export { HttpRouteOptions, IngressOptions } from './constructs/ingress';
export { JobOptions } from './constructs/job-plan';
export * from './constructs/node-agent';
export { Delivery, Platform, PlatformProps, PrivateRegistry } from './constructs/platform';
export * from './constructs/pod-options';
export { Profile, ProfileProps } from './constructs/profile';
export { AcknowledgeOptions, Rules } from './constructs/rules';
export * from './constructs/scheduled-job';
export { ExposeOptions, ServiceOptions } from './constructs/service';
export * from './constructs/stateful-service';
export { StorageOptions } from './constructs/storage';
export * from './constructs/worker';
export * from './constructs/zero-downtime-service';
export * from './kubernetes/kubernetes-version';
export { Capacity, CapacityOptions } from './lifecycle/capacity';
export {
  GrpcHealthCheckOptions,
  HealthCheck,
  HttpHealthCheckOptions,
  Scheme,
  TcpHealthCheckOptions,
} from './lifecycle/health-check';
export { HealthChecks } from './lifecycle/health-checks';
export {
  ExecHealthChecksOptions,
  GrpcHealthChecksOptions,
  HttpHealthChecksOptions,
  MixedHealthChecksOptions,
  TcpHealthChecksOptions,
} from './lifecycle/health-checks-options';
export { Hook } from './lifecycle/hook';
export { Image, ImageOptions, PullPolicy } from './lifecycle/image';
export * from './lifecycle/job-restart';
export { PodAmount } from './lifecycle/pod-amount';
export { LivenessOptions, ReadinessOptions, StartupOptions } from './lifecycle/probe-options';
export { ExplicitResourcesOptions, Resources, ResourcesOptions } from './lifecycle/resources';
export { Retry, RetryOptions, RetryPerIndexOptions } from './lifecycle/retry';
export { RollingUpdate, RollingUpdateOptions } from './lifecycle/rolling-update';
export { DailyScheduleOptions, Schedule, ScheduleOptions } from './lifecycle/schedule';
export { RestrictedSecurityOptions, Security } from './lifecycle/security';
export { Shutdown, ShutdownOptions } from './lifecycle/shutdown';
export { TrafficRoute } from './lifecycle/traffic-route';
export { BalancerRouteOptions, CustomTrafficRouteProps } from './lifecycle/traffic-route-options';
