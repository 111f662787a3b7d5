import type { ValidationContext } from './cli-contract';
import type { ManifestValidation } from './manifest-validation';

/**
 * The validation plugin of `cdk8s synth`: it checks what was synthesized, whatever constructs it came from, and fails
 * synth where something cannot work. To be named in cdk8s.yaml:
 *
 * ```yaml
 * validations:
 *   - package: cdk8s-lifecycle
 *     version: 0.1.0
 *     class: LifecycleValidation
 *     properties: { kubernetesVersion: "1.34", failOn: warning }
 * ```
 *
 * @see https://cdk8s.io/docs/latest/cli/validation/
 */
export class LifecycleValidation {
  private readonly validation: ManifestValidation;

  /**
   * Takes the `properties` of the entry: `kubernetesVersion`, `failOn`, `report`, `rules`, `except`,
   * `privateRegistries` and `route`.
   *
   * @throws if one is unknown
   */
  public constructor(properties: { readonly [name: string]: unknown } = {}) {
    // Loaded here: a program that only imports a construct does not pay for the rules.
    const { ManifestValidation } = require('./manifest-validation') as typeof import('./manifest-validation');
    this.validation = new ManifestValidation(properties);
  }

  /**
   * Called by cdk8s-cli.
   * @param context its ValidationContext
   */
  public async validate(context: unknown): Promise<void> {
    await this.validation.validate(context as ValidationContext);
  }
}
