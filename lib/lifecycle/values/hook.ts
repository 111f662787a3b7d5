import type { Duration } from 'cdk8s';
import { checkArgument, checkOptions } from '../arguments/check';
import { COMMAND } from '../arguments/collections';
import { duration, durationFrom } from '../arguments/duration';
import { instanceOf } from '../arguments/instance';
import { secondsOf } from '../arithmetic/seconds';
import { execSpec, type HandlerSpec, httpSpec } from './handler-spec';
import { HTTP_HEALTH_CHECK_OPTIONS, type HttpHealthCheckOptions, Scheme } from './health-check';

/**
 * A command, request or sleep that a container runs right after its start (postStart) or before SIGTERM (preStop).
 * There is no TCP hook: the API server accepts one, and no kubelet can run it.
 *
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export class Hook {
  /** Runs a command in the container. The image must hold the program. */
  public static exec(command: string[]): Hook {
    checkArgument('Hook.exec', 'command', COMMAND, command);
    return new Hook(execSpec(command));
  }

  /** Sends an HTTP GET. For preStop any status counts as success. */
  public static http(options: HttpHealthCheckOptions): Hook {
    const {
      path,
      port,
      scheme = Scheme.HTTP,
      headers = {},
    } = checkOptions('Hook.http', HTTP_HEALTH_CHECK_OPTIONS, options);
    return new Hook(httpSpec(path, port, scheme, headers));
  }

  /**
   * Waits. Rendered as the kubelet's own sleep where the target version has it (1.30 on), else as a `sleep` in a shell.
   *
   * @throws if the time is not a whole number of seconds
   */
  public static sleep(time: Duration): Hook {
    checkArgument('Hook.sleep', 'sleep', duration('Duration.seconds(10)'), time);
    return new Hook({ type: 'sleep', seconds: secondsOf(time, 'sleep') });
  }

  /** @internal */
  public readonly _handler: HandlerSpec;

  private constructor(handler: HandlerSpec) {
    this._handler = handler;
  }
}

export const HOOK = instanceOf(Hook, {
  wanted: 'a Hook',
  give: 'Hook.sleep(Duration.seconds(10))',
  from: (value) => {
    if (COMMAND.problems(value, '').length === 0) return 'Hook.exec([...])';
    const time = durationFrom(value);
    return time === undefined ? undefined : `Hook.sleep(${time})`;
  },
});
