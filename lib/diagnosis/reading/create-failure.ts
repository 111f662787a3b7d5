import type { Match } from '../telling/match';

/** Why the API server refuses the pods of a controller. */
export interface CreateFailure {
  readonly says: string;
  readonly fix: string;
  /** The field to change, in the terms of a workload with a pod template. */
  readonly field: string | undefined;
  /** One cause for all workloads of the namespace. */
  readonly isShared?: true;
}

const TEMPLATE = 'spec.template.spec';

const WORDINGS: ReadonlyArray<readonly [RegExp, CreateFailure]> = [
  [
    /exceeded quota/i,
    {
      says: 'the quota of the namespace has no room for its pods',
      fix: 'Lower the requests and limits of the pods, or raise the ResourceQuota; a rolling update needs room for its surge as well.',
      field: `ResourceQuota or ${TEMPLATE}.containers[*].resources`,
      isShared: true,
    },
  ],
  [
    /failed quota.*must specify|must specify (limits|requests|cpu|memory)/i,
    {
      says: 'the quota of the namespace requires requests or limits that its pods do not set',
      fix: 'Set the requests and limits that the quota counts, or give the namespace a LimitRange with defaults.',
      field: `${TEMPLATE}.containers[*].resources`,
    },
  ],
  [
    /serviceaccount|service account/i,
    {
      says: 'its pods name a service account that does not exist',
      fix: 'Create the service account, or correct serviceAccountName.',
      field: `${TEMPLATE}.serviceAccountName`,
    },
  ],
  [
    /PodSecurity|violates/i,
    {
      says: 'the pod security level of the namespace forbids its pods',
      fix: 'Give the pods the security context that the level requires, or choose another level for the namespace.',
      field: `${TEMPLATE}.securityContext`,
    },
  ],
  [
    /(maximum|minimum) (cpu|memory|\S+) usage per (Container|Pod)|LimitRange/i,
    {
      says: 'the limit range of the namespace forbids its resources',
      fix: 'Bring requests and limits into the range of the LimitRange.',
      field: `${TEMPLATE}.containers[*].resources`,
    },
  ],
  [
    /priority ?class/i,
    {
      says: 'its priority class does not exist, or may not be used here',
      fix: 'Create the PriorityClass, or correct its name.',
      field: `${TEMPLATE}.priorityClassName`,
    },
  ],
  [
    /runtime ?class/i,
    {
      says: 'its runtime class does not exist',
      fix: 'Create the RuntimeClass, or correct its name.',
      field: `${TEMPLATE}.runtimeClassName`,
    },
  ],
  [
    /admission webhook|failed calling webhook|denied the request/i,
    {
      says: 'an admission webhook refuses its pods, or does not answer',
      fix: 'Read what the webhook says; if it does not answer, look at the pods behind it.',
      field: undefined,
    },
  ],
  [
    /is invalid|Invalid value|unprocessable/i,
    {
      says: 'the API server rejects its pod template',
      fix: 'Correct the field that the message names.',
      field: TEMPLATE,
    },
  ],
  [
    /being terminated/i,
    {
      says: 'its namespace is being deleted',
      fix: 'Wait until the namespace is gone, or deploy to another one.',
      field: undefined,
    },
  ],
];

/** Reads the cause out of why the API server refused a controller's pods. */
export function createFailure(message: string): CreateFailure {
  return (
    WORDINGS.find(([wording]) => wording.test(message))?.[1] ?? {
      says: 'the API server refuses its pods',
      fix: 'Read the message: it names what was refused.',
      field: undefined,
    }
  );
}

/** What a refusal says of any workload that it holds up. */
export function matchCreateFailure({ says, fix, field, isShared }: CreateFailure): Omit<Match, 'cause'> {
  return {
    fix,
    ...(field === undefined ? {} : { field }),
    sameAs: says,
    ...(isShared === true ? { scope: 'namespace' } : {}),
  };
}
