/** The pod that shows a diagnosis of one container, as `kubectl get pod -o yaml` prints it. */
export interface ExamplePod {
  /** @default 'Running' */
  readonly phase?: string;
  /** Further lines of the container's spec. */
  readonly container?: string;
  /** The status of the container. */
  readonly status: string;
}

const indent = (text: string, spaces: number) => text.trim().replace(/^/gm, ' '.repeat(spaces));
const item = (name: string, text = '') => `    - name: ${name}\n${text === '' ? '' : `${indent(text, 6)}\n`}`;
const specOf = (name: string, more?: string) =>
  item(name, `image: registry.example.com/shop/cart:1.4.2\n${more ?? ''}`);

const NOT_STARTED = 'ready: false\nrestartCount: 0\nstate:\n  waiting: { reason: PodInitializing }';

/** Writes the pod `shop/cart-6f7c9-abcde`: of its app container `web`, or of an init container `migrate` before that. */
export function examplePod({ phase = 'Running', container, status }: ExamplePod, isInit: boolean): string {
  const head = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: cart-6f7c9-abcde\n  namespace: shop\nspec:\n';
  const [init, web] = isInit ? [specOf('migrate', container), specOf('web')] : ['', specOf('web', container)];
  const spec = `  nodeName: node-1\n${isInit ? `  initContainers:\n${init}` : ''}  containers:\n${web}`;
  const statuses = isInit
    ? `  initContainerStatuses:\n${item('migrate', status)}  containerStatuses:\n${item('web', NOT_STARTED)}`
    : `  containerStatuses:\n${item('web', status)}`;
  return `${head}${spec}status:\n  phase: ${isInit && phase === 'Running' ? 'Pending' : phase}\n${statuses}`;
}
