import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

const files = ['plan', 'json'].flatMap((folder) => {
  const path = join(ROOT, 'lib/constructs', folder);
  return readdirSync(path).map((name) => join(path, name));
});

// A program of its own, in which no package can be found.
const PROGRAM = `
  require('ts-node/register');
  const Module = require('node:module');
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = function (request, parent, ...rest) {
    if (!/^(\\.|\\/|node:)/.test(request) && parent?.filename.includes('/lib/')) throw new Error(parent.filename + ' loads ' + request);
    return resolveFilename.call(this, request, parent, ...rest);
  };
  for (const file of JSON.parse(process.argv[1])) require(file);
  console.log('loaded');
`;

test('plans and JSON load where neither cdk8s nor any other package can be found', () => {
  expect(files.length).toBeGreaterThan(15);
  const output = execFileSync(process.execPath, ['--eval', PROGRAM, JSON.stringify(files)], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(output.trim()).toBe('loaded');
});
