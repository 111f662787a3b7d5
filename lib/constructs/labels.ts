import type { Image } from '../lifecycle/values/image';
import { toLabelValue } from './names';

/** What a construct is to its app; a part of every selector, so that a Service never picks up a job's pods. */
export type Component = 'service' | 'worker' | 'stateful' | 'agent' | 'job';

const NAME = 'app.kubernetes.io/name';
const COMPONENT = 'app.kubernetes.io/component';

/** The label by which cdk8s-plus finds pods. Its own value is derived from the construct's path; ours moves with no one. */
export const ADDRESS = 'cdk8s.io/metadata.addr';

const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const LABEL_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** The labels that select the pods of a construct. They never change in its life. */
export function selectorLabels(name: string, component: Component): Record<string, string> {
  return { [NAME]: toLabelValue(name), [COMPONENT]: component };
}

/** Labels of a workload's further objects: they do not change with its image. */
export function companionLabels(name: string, component: Component): Record<string, string> {
  return { ...selectorLabels(name, component), 'app.kubernetes.io/managed-by': 'cdk8s-lifecycle' };
}

/** All labels of this package on pods and workload. The version is left out where the image has no tag. */
export function standardLabels(name: string, component: Component, image: Image): Record<string, string> {
  const version =
    image.tag !== undefined && image.tag.length <= 63 && LABEL_VALUE.test(image.tag) ? image.tag : undefined;
  return {
    ...companionLabels(name, component),
    ...(version !== undefined && { 'app.kubernetes.io/version': version }),
  };
}

/**
 * Checks labels that a user gives.
 *
 * @throws if one is none, or would change a selector
 */
export function checkLabels(labels: Readonly<Record<string, string>>, property: string): Record<string, string> {
  for (const [key, value] of Object.entries(labels)) {
    const name = key.slice(key.indexOf('/') + 1);
    if (!LABEL_NAME.test(name) || name.length > 63) {
      throw new Error(
        `'${property}' has the key '${key}', whose name must be 1 to 63 letters, digits, '-', '_' and '.'`,
      );
    }
    if (value.length > 63) {
      throw new Error(
        `'${property}' has '${key}' with a value of ${value.length} characters, and 63 are allowed: '${value}'`,
      );
    }
    if (!LABEL_VALUE.test(value)) {
      throw new Error(
        `'${property}' has '${key}: ${value}', and a label's value is made of letters, digits, '-', '_' and '.'`,
      );
    }
    if (key === NAME || key === COMPONENT) {
      throw new Error(
        `'${property}' sets '${key}', which selects the pods and is derived from the construct's id: leave it out`,
      );
    }
  }
  return { ...labels };
}
