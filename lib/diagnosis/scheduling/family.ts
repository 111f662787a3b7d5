import type { Evidence } from '../evidence/evidence';
import type { PodView } from '../evidence/pod-view';
import type { SchedulingClass, SchedulingReason } from '../reading/messages/scheduling';
import type { Command } from '../telling/command';
import type { Match } from '../telling/match';

/** Reasons of one class, and how they are told. */
export interface SchedulingFamily {
  readonly id: SchedulingClass;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly see: string;
  /** A message that leads to it, and what the pod needs for it. */
  readonly message: string;
  readonly spec?: string;
  readonly container?: string;
  read(pod: PodView, reason: SchedulingReason, evidence: Evidence): Omit<Match, 'cause'> & { readonly says: string };
}

/** The commands that show nodes. */
export const NODES: Command = ['kubectl', 'get', 'nodes', '-o', 'wide'];

export const DESCRIBE_NODES: Command = ['kubectl', 'describe', 'nodes'];
