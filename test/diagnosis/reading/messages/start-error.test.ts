import { configError } from '../../../../lib/diagnosis/reading/messages/config-error';
import { showExit } from '../../../../lib/diagnosis/reading/messages/exit-code';
import { programIn, startCause } from '../../../../lib/diagnosis/reading/messages/start-error';

test.each([
  [
    'starting container process caused "exec: \\"/app/run.sh\\": permission denied"',
    'permission-denied',
    '/app/run.sh',
  ],
  ['exec: "/bin/bash": stat /bin/bash: no such file or directory: unknown', 'command-not-found', '/bin/bash'],
  ['exec: "wge": executable file not found in $PATH: unknown', 'command-not-found', 'wge'],
  ['executable file `serv` not found in $PATH: No such file or directory', 'command-not-found', 'serv'],
  ['exec /docker-entrypoint.sh: exec format error', 'exec-format', '/docker-entrypoint.sh'],
  [
    'error mounting "/a" to rootfs at "/b": not a directory: Are you trying to mount a directory onto a file',
    'mount',
    undefined,
  ],
  ['chdir to cwd ("/app") set in config.json failed: no such file or directory', 'working-dir', undefined],
  ['mkdir /data: read-only file system', 'read-only', undefined],
  ['container init was OOM-killed (memory limit too low?)', 'memory-too-small', undefined],
  ['failed to reserve container name "a_0": name "a_0" is reserved for "1"', 'name-in-use', undefined],
  ['context deadline exceeded', 'time-out', undefined],
] as const)('%s', (message, cause, program) => {
  expect([startCause(message), programIn(message)]).toEqual([cause, program]);
});

test.each([
  ['secret "db" not found', { type: 'missing-object', kind: 'Secret', name: 'db' }],
  ['configmaps "flags" not found', { type: 'missing-object', kind: 'ConfigMap', name: 'flags' }],
  [
    "couldn't find key mode in ConfigMap shop/flags",
    { type: 'missing-key', kind: 'ConfigMap', name: 'flags', key: 'mode' },
  ],
  ['references non-existent secret key: tls.crt', { type: 'missing-key', kind: 'Secret', key: 'tls.crt' }],
  ['container has runAsNonRoot and image will run as root (pod: "a", container: web)', { type: 'runs-as-root' }],
  [
    'container has runAsNonRoot and image has non-numeric user (nginx), cannot verify',
    { type: 'user-not-numeric', user: 'nginx' },
  ],
  ['failed to sync configmap cache: timed out waiting for the condition', { type: 'cache-sync' }],
])('%s', (message, error) => {
  expect(configError(message)).toMatchObject(error);
});

test.each([
  [0, 'exit code 0 (it finished)'],
  [127, 'exit code 127 (the command was not found)'],
  [143, 'exit code 143 (SIGTERM)'],
  [42, 'exit code 42'],
  [undefined, 'an unknown exit code'],
])('exit code %s is told as %s', (code, text) => {
  expect(showExit(code)).toBe(text);
});
