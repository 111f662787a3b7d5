import { type Container, portNumber } from '../views/container';
import { portOf } from '../views/handler';
import { integerOf, objectOf, objectsOf, stringOf } from '../views/json';
import type { SetObject } from './manifest-set';

/** One port of a Service after defaulting: targetPort is port where it is left out. */
export interface WrittenServicePort {
  readonly path: string;
  readonly name: string | undefined;
  readonly port: number | undefined;
  readonly targetPort: number | string | undefined;
  readonly protocol: string;
}

export function servicePorts(service: SetObject): readonly WrittenServicePort[] {
  return objectsOf(objectOf(service.manifest.spec).ports).map(({ index, item }) => {
    const port = integerOf(item.port);
    return {
      path: `spec.ports[${index}]`,
      name: stringOf(item.name) || undefined,
      port,
      targetPort: portOf(item.targetPort) || port,
      protocol: stringOf(item.protocol) || 'TCP',
    };
  });
}

/** Tells whether a container declares the port that a Service sends to. */
export function declaresTarget(container: Container, target: number | string | undefined): boolean {
  if (target === undefined) return false;
  if (typeof target === 'string') return portNumber(container, target) !== undefined;
  return container.ports.some((port) => port.containerPort === target);
}
