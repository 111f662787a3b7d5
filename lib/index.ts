export * from './constructs/affinity';
export { AutoscalingOptions } from './constructs/autoscaler';
export * from './constructs/batch-job';
export * from './constructs/concurrency-policy';
export { HttpRouteOptions, IngressHost, IngressOptions, IngressPath } from './constructs/ingress';
export * from './constructs/label-selector';
export * from './constructs/node-agent';
export { Delivery, Platform, PlatformProps, PrivateRegistry } from './constructs/platform';
export * from './constructs/pod-management-policy';
export * from './constructs/pod-options';
export * from './constructs/pod-replacement-policy';
export { Profile, ProfileProps } from './constructs/profile';
export { BatchJobProps } from './constructs/props/batch-job-props';
export { DeploymentOptions } from './constructs/props/deployment-options';
export { JobOptions } from './constructs/props/job-options';
export { HostPathOptions, NodeAgentProps } from './constructs/props/node-agent-props';
export { ScheduledJobProps } from './constructs/props/scheduled-job-props';
export { ServingOptions } from './constructs/props/serving-options';
export { StatefulServiceProps, StorageOptions } from './constructs/props/stateful-service-props';
export { WorkerProps } from './constructs/props/worker-props';
export { ReplicatedOptions, RollingOptions, WorkloadOptions } from './constructs/props/workload-options';
export { ZeroDowntimeServiceProps } from './constructs/props/zero-downtime-service-props';
export { AcknowledgeOptions, Rules } from './constructs/rules';
export * from './constructs/running-container-options';
export * from './constructs/scheduled-job';
export { ExposeOptions, ServiceOptions, ServicePort } from './constructs/service';
export * from './constructs/stateful-service';
export * from './constructs/toleration';
export * from './constructs/topology-spread';
export { TrafficRoute } from './constructs/traffic-route';
export { BalancerRouteOptions, CustomTrafficRouteProps } from './constructs/traffic-route-options';
export { VolumeMount } from './constructs/volume-mount';
export * from './constructs/worker';
export * from './constructs/zero-downtime-service';
export * from './kubernetes/versions/kubernetes-version';
export { RouteTargets } from './lifecycle/routes/targets';
export { Capacity, CapacityOptions } from './lifecycle/values/capacity';
export { DisruptionBudget } from './lifecycle/values/disruption-budget';
export { EnvFrom, EnvFromOptions } from './lifecycle/values/env-from';
export { EnvKeyOptions, EnvResourceOptions, EnvValue } from './lifecycle/values/env-value';
export {
  GrpcHealthCheckOptions,
  HealthCheck,
  HttpHealthCheckOptions,
  Scheme,
  TcpHealthCheckOptions,
} from './lifecycle/values/health-check';
export { HealthChecks } from './lifecycle/values/health-checks';
export {
  ExecHealthChecksOptions,
  GrpcHealthChecksOptions,
  HttpHealthChecksOptions,
  MixedHealthChecksOptions,
  TcpHealthChecksOptions,
} from './lifecycle/values/health-checks-options';
export { Hook } from './lifecycle/values/hook';
export { Image, ImageOptions, PullPolicy } from './lifecycle/values/image';
export * from './lifecycle/values/job-restart-policy';
export { CrossVersionObjectReference, Metric, MetricOptions } from './lifecycle/values/metric';
export { MetricTarget } from './lifecycle/values/metric-target';
export { PodAmount } from './lifecycle/values/pod-amount';
export { LivenessOptions, ReadinessOptions, StartupOptions } from './lifecycle/values/probe-options';
export { Recreate } from './lifecycle/values/recreate';
export { ExplicitResourcesOptions, Resources, ResourcesOptions } from './lifecycle/values/resources';
export { Retry, RetryOptions, RetryPerIndexOptions } from './lifecycle/values/retry';
export { RollingUpdate, RollingUpdateOptions } from './lifecycle/values/rolling-update';
export { ScalingBehavior, ScalingPolicy, ScalingPolicySelect, ScalingRules } from './lifecycle/values/scaling-rules';
export { DailyScheduleOptions, Schedule, ScheduleOptions } from './lifecycle/values/schedule';
export { RestrictedSecurityOptions, Security } from './lifecycle/values/security';
export { Shutdown, ShutdownOptions } from './lifecycle/values/shutdown';
export { IVolume, Volume } from './lifecycle/values/volume';
export {
  CsiOptions,
  EmptyDirOptions,
  FilesVolumeOptions,
  PersistentVolumeClaimOptions,
} from './lifecycle/values/volume-options';
export { LifecycleValidation } from './validation/lifecycle-validation';
