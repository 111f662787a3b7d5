import { describeRef } from '../../../kubernetes/views/manifest';
import { ANY_PROXY, PROXIES, type ProxyAnswers, patienceOf, proxyOfRoute } from './proxies';
import type { Traffic } from './traffic';

/** A proxy that can answer in the place of the pods. */
export interface AnsweringProxy {
  readonly answers: ProxyAnswers;
  /** What makes it answer: `Ingress shop/front`, or the route that the workload declares. */
  readonly because: string;
  /** Seconds until its 504; undefined where nothing tells. */
  readonly patience: number | undefined;
}

/** The proxies before the pods of a workload: those of its fronts, else the one of its route; none for connections alone. */
export function proxiesOf({ fronts, route }: Traffic): readonly AnsweringProxy[] {
  const found = fronts.map(({ object, controller }) => {
    const answers = controller === undefined ? ANY_PROXY : PROXIES[controller];
    return { answers, because: describeRef(object.ref), patience: patienceOf(answers, object) };
  });
  if (found.length > 0) return found;
  const proxy = proxyOfRoute(route.name);
  if (proxy === undefined) return [];
  const answers = PROXIES[proxy];
  return [{ answers, because: `route ${route.name}`, patience: answers.patience }];
}
