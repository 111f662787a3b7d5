import { objectsOf } from '../../kubernetes/views/json';
import { showEvent } from '../evidence/cluster-event';
import type { Evidence } from '../evidence/evidence';
import { type ContainerView, type PodView, showState } from '../evidence/pod-view';
import { type Command, describe, get } from '../telling/command';
import type { Match } from '../telling/match';
import { inQuotes } from '../telling/printable';
import { pullCause } from './messages/image-pull';
import { PULL_READINGS } from './pull-readings';

export const PULL_PAGES = ['https://kubernetes.io/docs/concepts/containers/images/#imagepullbackoff'];

/** Why a container cannot pull its image, from its state and from the events of its last attempt. */
export function matchPull(container: ContainerView, pod: PodView, evidence: Evidence): Match {
  const image = container.spec.image;
  const message = container.state.type === 'waiting' ? container.state.message : '';
  const event = evidence.event(pod, {
    reason: ['Failed', 'InspectFailed'],
    message: /pull|image/i,
    container: container.name,
  });
  const ownCause = pullCause(message.replace(/^Back-off pulling image "[^"]*"(: )?/, ''));
  const cause = ownCause !== 'unknown' || event === undefined ? ownCause : pullCause(event.message);
  const reading = PULL_READINGS[cause];
  const secrets = objectsOf(pod.spec.imagePullSecrets).flatMap(({ item }) =>
    typeof item.name === 'string' ? [item.name] : [],
  );
  const told = cause === 'unknown' && event === undefined ? '; its events do' : '';
  const fields = {
    image: `${container.field}.image`,
    imagePullPolicy: `${container.field}.imagePullPolicy`,
    imagePullSecrets: 'spec.imagePullSecrets',
  };
  const names =
    secrets.length === 0
      ? 'the pod names no imagePullSecrets'
      : `the pod names imagePullSecrets ${secrets.map(inQuotes).join(', ')}`;
  const more: Command[] = cause === 'unauthorized' ? secrets.map((name) => get(pod.ref.namespace, 'secret', name)) : [];
  return {
    cause: `container ${inQuotes(container.name)} cannot pull ${inQuotes(image)}: ${reading.says}${told}${cause === 'unauthorized' ? `; ${names}` : ''}`,
    proof: [showState(container), ...(event === undefined ? [] : [showEvent(event)])],
    command: describe(pod.ref),
    more,
    fix: reading.fix,
    ...(reading.field === null ? {} : { field: fields[reading.field] }),
    ...(reading.preventedBy === null ? {} : { preventedBy: reading.preventedBy }),
    sameAs: `${container.name} ${image} ${cause}`,
  };
}
