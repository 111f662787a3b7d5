import { runCaptured, useFolder } from '../../../captured';
import { FILES, RULES } from './files';

const write = useFolder();

test('GitHub annotations escape what would end a property or a message', async () => {
  write(FILES);
  const { out } = await runCaptured('lint', '-o', 'github', '--show-acknowledged', ...RULES, 'k8s');
  const lines = out.split('\n');
  expect(lines[1]).toMatch(
    /^::warning file=k8s\/a b%2Cc%3Ad%25\.yaml,line=10,col=11,title=prestop-exists%3A Deployment shop\/web::container "web" .+$/,
  );
  expect(lines[3]).toMatch(/^::notice .+\(acknowledged: see "A & B" <1>\)$/);
});
