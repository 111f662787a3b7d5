import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callerLocation, printLocation } from '../../../lib/constructs/synth/source-location';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'source (location) ')));

afterEach(() => jest.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

/** Asks for the location from a module at a path below the folder. */
function askedFrom(path: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '\nmodule.exports = (ask) => {\n  const location = ask();\n  return location;\n};\n');
  const location = require(file)(callerLocation);
  return printLocation(location);
}

test('a file of the working directory is told relative to it', () => {
  expect(callerLocation()?.file).toBe('test/constructs/synth/source-location.test.ts');
});

test('a file in a package below the working directory is told relative to the working directory', () => {
  writeFileSync(join(folder, 'package.json'), '{}');
  jest.spyOn(process, 'cwd').mockReturnValue(folder);
  expect(askedFrom('packages/my shop/app.js')).toBe('packages/my shop/app.js:3');
});

test('a file outside of the working directory is told relative to its package', () => {
  writeFileSync(join(folder, 'package.json'), '{}');
  jest.spyOn(process, 'cwd').mockReturnValue(join(folder, 'elsewhere'));
  expect(askedFrom('src/app.js')).toBe('src/app.js:3');
});

test('a package in node_modules is passed over in favour of the app that called it', () => {
  jest.spyOn(process, 'cwd').mockReturnValue(folder);
  const library = join(folder, 'node_modules/@acme/platform/index.js');
  mkdirSync(join(library, '..'), { recursive: true });
  writeFileSync(library, 'module.exports = (ask) => {\n  const location = ask();\n  return location;\n};\n');
  const location = require(library)(callerLocation);
  expect(location.file).not.toContain('node_modules');
});
