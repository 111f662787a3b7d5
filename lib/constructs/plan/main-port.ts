import type { Component } from '../labels';
import type { PortOptions } from '../running-container-options';

/** What is said of the port that an app serves at. */
export interface PortProps {
  readonly port: number;
  readonly portName?: string;
}

/** The first port of what serves: checks ask it, and Services lead to it. */
export function mainPort({ port, portName }: PortProps, component: Component): PortOptions {
  return { name: portName ?? (component === 'stateful' ? 'tcp' : 'http'), port };
}
