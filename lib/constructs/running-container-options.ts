/** A named port of a container. */
export interface PortOptions {
  /** Name: at most 15 lower-case letters, digits and '-', with a letter among them. */
  readonly name: string;
  /** Number, 1 to 65535. */
  readonly port: number;
  /**
   * Protocol: `TCP`, `UDP` or `SCTP`.
   * @default 'TCP'
   */
  readonly protocol?: string;
  /**
   * Port of the node that leads to it. A node runs one such pod at a time, so a surge pod needs a further node.
   * @default - none
   */
  readonly hostPort?: number;
}

/** What every container can be given that runs for as long as its pod. */
export interface RunningContainerOptions {
  /**
   * Signal that stops it, such as `SIGQUIT`, instead of the image's. Needs Kubernetes 1.33 and its feature gate
   * ContainerStopSignals, which is off by default: acknowledge `field-is-kept` where your cluster has it on.
   * @default - the image's, else SIGTERM
   */
  readonly stopSignal?: string;
  /**
   * What a change of its resources in place does to it: `NotRequired` or `RestartContainer` for `cpu` and `memory`.
   * Needs Kubernetes 1.33.
   * @default - NotRequired for both
   */
  readonly resizePolicy?: { readonly [resource: string]: string };
}
