import { type Diagnosis, definePodDiagnosis, type PodDiagnosisSource } from './diagnosis';

type NodeDiagnosis = Omit<PodDiagnosisSource, 'outcome' | 'patience' | 'role' | 'see' | 'topic'> & {
  readonly see: string;
};

/** Makes a diagnosis of what a node, or the cluster for its sake, did to a pod: a rollout has two minutes to get over it. */
export const defineNodeDiagnosis = ({ see, ...rest }: NodeDiagnosis): Diagnosis =>
  definePodDiagnosis({
    topic: 'nodes',
    outcome: 'failed',
    role: 'cause',
    patience: { seconds: 120 },
    see: [see],
    ...rest,
  });
