import type { Construct, IConstruct } from 'constructs';

const WARNING = 'cdk8s-lifecycle/warning';

/** Has a synthesis say a sentence about a construct, without failing. */
export function warn(construct: Construct, sentence: string): void {
  construct.node.addMetadata(WARNING, sentence);
}

/** The sentences about a construct that are to be said. */
export function warningsOf(construct: IConstruct): readonly string[] {
  return construct.node.metadata.filter(({ type }) => type === WARNING).map(({ data }) => String(data));
}
