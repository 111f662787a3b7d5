import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const PURE = ['kubernetes', 'lifecycle', 'workloads', 'fixing', 'rules', 'admission', 'rollout', 'diagnosis', 'check'];

const files = PURE.flatMap((folder) => {
  try {
    const names = readdirSync(join(ROOT, 'lib', folder), { recursive: true, encoding: 'utf8' });
    return names.filter((name) => name.endsWith('.ts')).map((name) => join(ROOT, 'lib', folder, name));
  } catch {
    return [];
  }
});

// A program of its own, in which neither cdk8s nor any other package nor a module of Node can be found.
const PROGRAM = `
  require('ts-node/register');
  const Module = require('node:module');
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = function (request, parent, ...rest) {
    if (!request.startsWith('.') && !request.startsWith('/') && parent?.filename.includes('/lib/')) throw new Error(parent.filename + ' loads ' + request);
    return resolveFilename.call(this, request, parent, ...rest);
  };
  for (const file of JSON.parse(process.argv[1])) require(file);
  console.log('loaded');
`;

test('everything below the top layer loads where no package and no module of Node can be found', () => {
  expect(files.length).toBeGreaterThan(30);
  const output = execFileSync(process.execPath, ['--eval', PROGRAM, JSON.stringify(files)], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(output.trim()).toBe('loaded');
});
