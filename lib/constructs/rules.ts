import type { IConstruct } from 'constructs';
import { checkArgument, checkOptions } from '../lifecycle/arguments/check';
import { text } from '../lifecycle/arguments/scalars';
import { struct } from '../lifecycle/arguments/struct';
import { checkScope } from './check-props';
import { Synthesis } from './synth/synthesis';

/** Narrows an acknowledgement. */
export interface AcknowledgeOptions {
  /**
   * Name of the container that it is for.
   * @default - the finding may be about any container
   */
  readonly container?: string;
}

export const ACKNOWLEDGE_OPTIONS = struct<AcknowledgeOptions>('AcknowledgeOptions', { container: text() });

/** The rules, as they hold for everything below a scope. */
export class Rules {
  /** The rules of a scope: of one construct, a chart or a whole app. */
  public static of(scope: IConstruct): Rules {
    return new Rules(checkScope('Rules.of', scope));
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Accepts the findings of a rule below the scope. The reason is written into the manifest, beside the finding's object.
   *
   * @param rule id of the rule, such as `replicas-survive-one-loss`
   * @param reason why it is right here
   * @throws if there is no reason
   */
  public acknowledge(rule: string, reason: string, options: AcknowledgeOptions = {}): void {
    const { container } = checkOptions('Rules.acknowledge', ACKNOWLEDGE_OPTIONS, options);
    checkArgument('Rules.acknowledge', 'rule', text("the id of a rule, such as 'replicas-survive-one-loss'"), rule);
    checkArgument('Rules.acknowledge', 'reason', text('why the finding is right here'), reason);
    if (reason.trim() === '')
      throw new Error(`rule '${rule}' is acknowledged without a reason: say why its finding is right here`);
    Synthesis.of(this.scope).acknowledge({ scope: this.scope, rule, reason, container });
  }
}
