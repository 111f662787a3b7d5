import type { DiagnosisReport } from '../../../diagnosis';
import { CONSTRUCT_MAP, type ConstructMap } from '../../input/construct-map';

/** How the map of constructs is made, where a report names a construct without its line because there is none. */
export function mapHint({ diagnoses }: DiagnosisReport, map: ConstructMap | undefined): readonly string[] {
  const isMissed = map === undefined && diagnoses.some(({ construct }) => construct !== null);
  return isMissed
    ? [
        `hint: the construct's line of code is not known: run CDK8S_LIFECYCLE_CONSTRUCTS=${CONSTRUCT_MAP} cdk8s synth, which writes where each construct stands`,
      ]
    : [];
}
