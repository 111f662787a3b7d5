import { claim } from './claims/claim';
import { configMap } from './config/config-map';
import { namespace } from './config/namespace';
import { secret } from './config/secret';
import { serviceAccount } from './config/service-account';
import type { AnyKind } from './kind';
import { ingress } from './networking/ingress';
import { networkPolicy } from './networking/network-policy';
import { service } from './networking/service';
import { role, roleBinding } from './rbac/role';
import { autoscaler } from './scaling/autoscaler';
import { disruptionBudget } from './scaling/disruption-budget';
import { cronJob } from './workloads/cron-job';
import { daemonSet } from './workloads/daemon-set';
import { deployment } from './workloads/deployment';
import { job } from './workloads/job';
import { pod } from './workloads/pod';
import { replicaSet } from './workloads/replica-set';
import { statefulSet } from './workloads/stateful-set';

/** Every covered kind, by apiVersion and kind. */
export const KINDS: Readonly<Record<string, AnyKind>> = {
  'v1/Pod': pod,
  'v1/Service': service,
  'v1/ConfigMap': configMap,
  'v1/Secret': secret,
  'v1/ServiceAccount': serviceAccount,
  'v1/PersistentVolumeClaim': claim,
  'v1/Namespace': namespace,
  'apps/v1/Deployment': deployment,
  'apps/v1/ReplicaSet': replicaSet,
  'apps/v1/StatefulSet': statefulSet,
  'apps/v1/DaemonSet': daemonSet,
  'batch/v1/Job': job,
  'batch/v1/CronJob': cronJob,
  'policy/v1/PodDisruptionBudget': disruptionBudget,
  'autoscaling/v2/HorizontalPodAutoscaler': autoscaler,
  'networking.k8s.io/v1/Ingress': ingress,
  'networking.k8s.io/v1/NetworkPolicy': networkPolicy,
  'rbac.authorization.k8s.io/v1/Role': role,
  'rbac.authorization.k8s.io/v1/RoleBinding': roleBinding,
};
