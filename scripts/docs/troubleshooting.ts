/** One heading or row of the notes' section on pod states and troubleshooting, and what answers it. */
interface Row {
  readonly heading: string;
  readonly says: string;
  readonly classes: readonly string[];
  readonly answer: string;
}

const ROWS: readonly Row[] = [
  {
    heading: '1. Common states: Pending',
    says: 'The pod is accepted and its containers have not started: too few resources, no fitting node, or a claim that is not bound. Look with describe, get nodes and get pvc.',
    classes: [
      'Pending',
      'SchedulingGated',
      'UnschedulableCPU',
      'UnschedulableMemory',
      'UnschedulableExtendedResource',
      'UnschedulablePVC',
      'UnschedulableVolumeAffinity',
      'UnschedulableNodeAffinity',
      'UnschedulablePodAffinity',
      'UnschedulableTopologySpread',
      'UnschedulableTaint',
      'UnschedulableTooManyPods',
      'UnschedulableNodesCordoned',
      'Unschedulable',
      'PVCPending',
    ],
    answer:
      'The message of the scheduler is taken apart into reasons with their numbers of nodes; the most frequent is the class, the others are told with it. A claim in the evidence is told with its own cause.',
  },
  {
    heading: '1. Common states: Pending, after scheduling',
    says: 'Pending also covers everything between the node and the first container.',
    classes: [
      'ContainerCreating',
      'Init:InProgress',
      'FailedMount',
      'FailedAttachVolume',
      'FailedCreatePodSandBox',
      'CreateContainerConfigError',
      'CreateContainerError',
      'InvalidImageName',
      'ErrImageNeverPull',
    ],
    answer:
      'Phase Pending with a pull error is told as the pull error. Volumes and network are told from events; without events the answer says what they would add.',
  },
  {
    heading: '1. Common states: Running',
    says: 'The pod is on a node and at least one container runs; others may have failed. Look at the containers, the logs, describe.',
    classes: [
      'Healthy',
      'ReadinessProbeFailing',
      'ReadinessGateNotReady',
      'NotReady',
      'StartupProbeFailing',
      'LivenessProbeFailing',
      'ContainerCrashed',
      'HighRestartCount',
    ],
    answer:
      'Every container is looked at, native sidecars among them, ephemeral containers left out. A pod that crashes again and again keeps the phase Running.',
  },
  {
    heading: '1. Common states: Succeeded',
    says: 'All containers ended well; for a pod that should serve, look at exit code and log.',
    classes: ['Succeeded', 'JobComplete'],
    answer:
      'Told as well. A server that ends with exit code 0 is told as CrashLoopBackOff with `spec.restartPolicy` as its field.',
  },
  {
    heading: '1. Common states: Failed',
    says: 'A container ended with an error and is not started again.',
    classes: [
      'Failed',
      'Init:Error',
      'Evicted',
      'Preempted',
      'NodeShutdown',
      'NodeAdmissionRejected',
      'PodDeadlineExceeded',
      'JobBackoffLimitExceeded',
    ],
    answer:
      'The reason of the pod comes before the exit code of its containers: an evicted, preempted or rejected pod did not fail by itself.',
  },
  {
    heading: '1. Common states: CrashLoopBackOff',
    says: 'The container ends again and again, and waits longer each time. Look at events, log, command and image.',
    classes: [
      'CrashLoopBackOff',
      'OOMKilled',
      'RunContainerError',
      'PostStartHookError',
      'LivenessProbeFailing',
      'StartupProbeFailing',
    ],
    answer:
      'Exit code and signal are named, and causes that the status or an event states take the place of the symptom. The command is `logs --previous`: the log of the present run is the wrong one.',
  },
  {
    heading: '1. Common states: ImagePullBackOff and ErrImagePull',
    says: 'The image cannot be pulled: it does not exist, or the registry asks for credentials. Check name, tag and imagePullSecrets.',
    classes: ['ImagePullBackOff', 'ErrImagePull', 'ErrImageNeverPull', 'InvalidImageName'],
    answer:
      'Not found, no credentials, rate limit, certificate, name resolution, time-out, architecture and a full disk are told apart, each with its own fix.',
  },
  {
    heading: '1. Common states: OOMKilled',
    says: 'The container used more memory than its limit. Check requests and limits, look for a leak.',
    classes: ['OOMKilled', 'Evicted'],
    answer:
      'By the reason, not by exit code 137: a probe, the end of the grace period and a node shutdown kill with 137 too, and a child process that is killed leaves 0, 1 or 2. Eviction for the memory of the node is told apart.',
  },
  {
    heading: '2. Commands: state of pods',
    says: '`kubectl get pod`, `kubectl get pods -n`',
    classes: [],
    answer:
      '`kubectl get pods,deploy,rs,sts,ds,jobs,pvc,events -o json | cdk8s-lifecycle diagnose -`, or `diagnose --live -n shop`.',
  },
  {
    heading: '2. Commands: details',
    says: '`kubectl describe pod`',
    classes: [],
    answer:
      'Printed with real names, quoted for a shell, where it is the next step. It leaves out the message of a waiting container, which is told here as proof.',
  },
  {
    heading: '2. Commands: logs',
    says: '`kubectl logs <pod> -c <container>`',
    classes: [],
    answer: 'Printed with pod, container and, where the container has ended, `--previous`.',
  },
  {
    heading: '2. Commands: nodes',
    says: '`kubectl get nodes`, `kubectl describe node`',
    classes: ['NodeLost', 'NodeShutdown', 'Unknown', 'UnschedulableNodesCordoned'],
    answer:
      'Printed where the node is the cause. Node objects in the evidence are read: a pod on a node that does not answer is told as NodeLost.',
  },
  {
    heading: '3. Further: a container that fails',
    says: 'Command and image, the network to what it needs, the probes.',
    classes: ['RunContainerError', 'CrashLoopBackOff', 'LivenessProbeFailing', 'ReadinessProbeFailing'],
    answer:
      'Command and probes are told with their field. A network cause is in no status: the answer says so, and which log tells.',
  },
  {
    heading: '3. Further: scheduling',
    says: 'Too few resources, or rules that leave no node; look at the log of the scheduler.',
    classes: ['UnschedulableCPU', 'UnschedulableNodeAffinity', 'UnschedulableTaint'],
    answer: "The log of the scheduler is not needed: its message is in the pod's condition and events.",
  },
  {
    heading: '3. Further: limits, and `kubectl top`',
    says: 'Too little CPU or memory leads to kills and contention; `kubectl top pod` shows the use.',
    classes: ['OOMKilled', 'LivenessProbeFailing', 'ReadinessProbeFailing'],
    answer:
      'PodMetrics in the evidence (`kubectl get podmetrics -o json`) are compared with the limits: from 90% on, it is told with the failing probe. Without them, `kubectl top pod` is among the next commands.',
  },
  {
    heading: '4. Summary',
    says: 'Pending: scheduling; CrashLoopBackOff: logs and command; pull errors: name and credentials; OOMKilled: limits.',
    classes: [],
    answer: 'The same order, in one answer: class, cause, proof, field, command.',
  },
];

/** The page that answers the notes' section heading by heading. */
export function troubleshooting(link: (id: string) => string): string {
  const rows = ROWS.map(({ heading, says, classes, answer }) => {
    const links = classes.map((id) => link(id)).join(', ');
    return `| ${heading} | ${says} | ${answer}${links === '' ? '' : ` ${links}`} |`;
  });
  return `# Pod states and troubleshooting: the notes, answered

Every heading of the notes' section on pod states and how to find their causes, with what answers it here. The states that
the notes leave out are in the [list of diagnoses](diagnoses/README.md).

| in the notes | what they say | what answers it |
| --- | --- | --- |
${rows.join('\n')}
`;
}
