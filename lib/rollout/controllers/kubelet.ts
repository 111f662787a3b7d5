import { type Millis, millis } from '../engine/clock';
import type { Cluster } from '../engine/cluster';
import type { Pod } from '../engine/pod';
import { startTimes } from '../start';
import { ownTimes, stopTimes } from '../stop';

/** Delays between restarts of a container: none before the first, then from the kubelet's crash back-off. In seconds. */
const BACK_OFF = [0, 10, 20, 40, 80, 160, 300] as const;

/** How long a container takes to be taken down and created again, in ms. */
const RECREATION: Millis = 200;

/** Starts, probes and stops the pods of every node. */
export class Kubelet {
  /** Lives of a container: what an earlier life had planned is void. */
  private readonly life = new Map<Pod, number>();

  public constructor(
    private readonly cluster: Cluster,
    private readonly onGone: (pod: Pod) => void,
  ) {}

  /** Starts a pod that has a node. */
  public run(pod: Pod): void {
    pod.scheduledAt = this.cluster.now;
    this.cluster.changed(pod);
    this.later(pod, this.cluster.nature.draw('placement', pod.plan.start.placement, this.cluster.now), () =>
      this.start(pod),
    );
  }

  /** Has a pod run and be ready as of before the event. */
  public adopt(pod: Pod): void {
    pod.scheduledAt = pod.runsAt = pod.listensAt = pod.firstReadyAt = 0;
    pod.ready = true;
    // Long ago, so that it is available however long minReadySeconds is.
    pod.readyChangedAt = -(this.cluster.minReady + 3_600_000);
  }

  /** Deletes a pod: the object stays until its containers have stopped. */
  public terminate(pod: Pod): void {
    if (pod.deletedAt !== undefined) return;
    const { clock, nature, now, plan } = this.cluster;
    pod.deletedAt = now;
    const runs = pod.runsAt !== undefined && pod.runsAt <= now;
    const begins = now + nature.draw('kubelet', plan.latencies.kubelet, now);
    if (!runs) {
      // Without a node it is removed at once; else as soon as the kubelet has seen that nothing runs yet.
      clock.at(pod.scheduledAt === undefined ? now : begins, () => this.gone(pod));
      this.cluster.changed(pod);
      return;
    }
    const times = stopTimes(pod.plan.stop, plan.route.withdrawal.typical);
    pod.sigtermAt = begins + millis(times.sigterm);
    pod.closesAt = begins + millis(times.closes);
    pod.cutsAt = begins + millis(times.cuts);
    const own = ownTimes(pod.plan.stop, plan.route.withdrawal.typical);
    // A process that drains ends with its last request.
    const exits = Math.min(
      begins + millis(own.cuts),
      begins + millis(own.closes) + nature.draw('exit', plan.load.request, now),
    );
    clock.at(exits, () => this.gone(pod));
    this.cluster.changed(pod);
  }

  /** Has a container exit by itself, and starts it again. */
  public crash(pod: Pod): void {
    this.restart(pod, 0);
  }

  /** Starts a container; tells from when on its process answers. */
  private start(pod: Pod): Millis {
    const { now, nature } = this.cluster;
    const { start } = pod.plan;
    pod.runsAt = now;
    const answers = start.neverReady === undefined && start.neverAnswers !== true;
    const startUp = answers ? nature.draw('start-up', start.startUp, now) / 1000 : Number.POSITIVE_INFINITY;
    const answersAt = now + startUp * 1000;
    if (startUp < Number.POSITIVE_INFINITY) pod.listensAt ??= answersAt;
    const phase = nature.draw('probe-phase', PHASE, now) / 1000;
    const { ready, killed } = startTimes(start, startUp, phase);
    this.cluster.changed(pod);
    if (ready !== undefined) this.later(pod, millis(ready), () => this.setReady(pod, true));
    if (killed !== undefined) this.later(pod, millis(killed), () => this.restart(pod, RECREATION));
    return answersAt;
  }

  private restart(pod: Pod, stopping: Millis): void {
    const { now, nature, plan } = this.cluster;
    const wait = millis(BACK_OFF[Math.min(pod.restarts, BACK_OFF.length - 1)] as number);
    pod.restarts++;
    this.nextLife(pod);
    const noticed = nature.draw('kubelet', plan.latencies.kubelet, now);
    this.later(pod, noticed, () => this.setReady(pod, false));
    const again = noticed + stopping + wait;
    const pause = { pod, from: now, until: Number.POSITIVE_INFINITY };
    this.cluster.pauses.push(pause);
    this.later(pod, again, () => {
      pause.until = this.start(pod);
    });
  }

  private setReady(pod: Pod, ready: boolean): void {
    if (pod.ready === ready) return;
    pod.ready = ready;
    pod.readyChangedAt = this.cluster.now;
    if (ready) pod.firstReadyAt ??= this.cluster.now;
    this.cluster.changed(pod);
  }

  private gone(pod: Pod): void {
    pod.goneAt = this.cluster.now;
    pod.ready = false;
    this.nextLife(pod);
    this.cluster.changed(pod);
    this.onGone(pod);
  }

  /** Plans a step of a container's life, void if another life has begun or, before it runs, the pod is deleted. */
  private later(pod: Pod, delay: Millis, step: () => void): void {
    const life = this.life.get(pod) ?? 0;
    this.cluster.clock.after(delay, () => {
      const isVoid = (this.life.get(pod) ?? 0) !== life || (pod.deletedAt !== undefined && pod.runsAt === undefined);
      if (!isVoid) step();
    });
  }

  private nextLife(pod: Pod): void {
    this.life.set(pod, (this.life.get(pod) ?? 0) + 1);
  }
}

/** Any moment of a probe's period is as likely as any other. */
const PHASE = { min: 0, typical: 0.5, max: 1 };
