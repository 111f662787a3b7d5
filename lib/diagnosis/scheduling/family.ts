import type { Command } from '../command';
import type { Match } from '../diagnosis';
import type { Evidence } from '../evidence';
import type { SchedulingClass, SchedulingReason } from '../messages/scheduling';
import type { PodView } from '../pod-view';

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
