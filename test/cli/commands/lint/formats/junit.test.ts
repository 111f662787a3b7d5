import { runCaptured, useFolder } from '../../../captured';
import { FILES, RULES, WEB } from './files';

const write = useFolder();

test('JUnit has a failure for what fails, a skip for what is accepted, a pass for what is clean', async () => {
  write(FILES);
  const { out } = await runCaptured('lint', '-o', 'junit', '--fail-on', 'warning', ...RULES, 'k8s');
  expect(out).toContain('<testsuites name="cdk8s-lifecycle" tests="6" failures="3" errors="1" skipped="1">');
  expect(out).toContain('<skipped message="see &quot;A &amp; B&quot; &lt;1&gt;"/>');
  expect(out).toContain('<testcase name="ConfigMap clean" classname="k8s/cm.yaml"/>');
  expect(out).toContain('<error message="k8s/bad.yaml:1 is not YAML: bad indentation of a mapping entry"/>');
  expect(out.match(/<failure message="[^"]+" type="warning">/g)).toHaveLength(3);
});

test('JUnit passes what is below --fail-on, with its text as output', async () => {
  write({ 'web.yaml': WEB });
  const { out } = await runCaptured('lint', '-o', 'junit', ...RULES, 'web.yaml');
  expect(out).toContain('failures="0"');
  expect(out).toContain('<system-out>web.yaml:10:11 container &quot;web&quot;');
});
