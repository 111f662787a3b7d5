import { CONFIG_SCHEMA } from '../../lib/cli/settings/schema';

/** The JSON schema of `.cdk8s-lifecycle.yaml`, as editors load it. */
export async function pages(): Promise<ReadonlyArray<{ path: string; text: string }>> {
  return [{ path: 'schema/config.schema.json', text: `${JSON.stringify(CONFIG_SCHEMA, null, 2)}\n` }];
}
