import { CATALOGUE } from '../../check/catalogue';
import { RULE_ID } from '../../check/rule-ids';
import { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';

const RULE = {
  description: 'A rule by its id, as `cdk8s-lifecycle explain` lists them, or one of your own rules.',
  anyOf: [{ enum: CATALOGUE.map(({ id }) => id) }, { type: 'string', pattern: RULE_ID }],
} as const;

const LEVELS = {
  description: 'A level for each rule, in place of its own.',
  type: 'object',
  propertyNames: RULE,
  additionalProperties: { enum: ['error', 'warning', 'info', 'off'] },
} as const;

const PATHS = {
  description: 'Globs of files, relative to the folder of this file: `k8s/dev/**`.',
  type: 'array',
  minItems: 1,
  items: { type: 'string', minLength: 1 },
} as const;

/** The JSON schema of `.cdk8s-lifecycle.yaml`; schema/config.schema.json is printed from it. */
export const CONFIG_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of cdk8s-lifecycle',
  type: 'object',
  additionalProperties: false,
  properties: {
    kubernetesVersion: {
      description: 'Version of the target cluster.',
      enum: KubernetesVersion.all().map(String),
    },
    route: {
      description: 'How traffic reaches the pods, where no object says it: `ingress-nginx`, `alb-ip`, ...',
      type: 'string',
    },
    failOn: {
      description: 'The least severity that gives exit code 1.',
      enum: ['error', 'warning', 'info', 'never'],
    },
    privateRegistries: {
      description: 'Host names (with port) of registries that need a pull secret.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
    },
    rules: {
      description: 'Modules with rules of your own, as paths or globs relative to this file.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
    },
    severity: LEVELS,
    overrides: {
      description: 'Other levels for some files; the last entry that fits counts.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['paths', 'severity'],
        properties: { paths: PATHS, severity: LEVELS },
      },
    },
    acknowledge: {
      description: 'Findings that are accepted, each with its reason.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['rule', 'reason'],
        properties: {
          rule: RULE,
          paths: PATHS,
          objects: {
            description: 'Globs of objects as findings name them: `Deployment monitoring/*`.',
            type: 'array',
            minItems: 1,
            items: { type: 'string', minLength: 1 },
          },
          reason: { description: 'Why they are accepted.', type: 'string', pattern: '\\S' },
        },
      },
    },
  },
} as const;

/** What a file that fits the schema holds. */
export interface Config {
  readonly kubernetesVersion?: string;
  readonly route?: string;
  readonly failOn?: 'error' | 'warning' | 'info' | 'never';
  readonly privateRegistries?: readonly string[];
  readonly rules?: readonly string[];
  readonly severity?: LevelsByRule;
  readonly overrides?: ReadonlyArray<{ readonly paths: readonly string[]; readonly severity: LevelsByRule }>;
  readonly acknowledge?: ReadonlyArray<{
    readonly rule: string;
    readonly paths?: readonly string[];
    readonly objects?: readonly string[];
    readonly reason: string;
  }>;
}

/** A level for each rule, in place of its own. */
export type LevelsByRule = Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>;
