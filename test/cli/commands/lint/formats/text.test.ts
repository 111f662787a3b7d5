import { createColors } from 'picocolors';
import { toText } from '../../../../../lib/cli/commands/lint/formats/text';
import { lintDocuments } from '../../../../../lib/cli/commands/lint/lint-documents';
import { readManifests } from '../../../../../lib/cli/input/read-manifests';
import { NO_SETTINGS } from '../../../../../lib/cli/settings/settings';
import { useFolder } from '../../../captured';
import { FILES } from './files';

const write = useFolder();

async function text(colour: boolean, showAcknowledged = false): Promise<string> {
  write(FILES);
  const settings = { ...NO_SETTINGS, only: ['prestop-exists', 'image-is-pinned'] };
  const report = await lintDocuments(await readManifests(['k8s']), settings);
  return [...toText(report, { showAcknowledged }, createColors(colour))].join('');
}

test('findings are grouped by object, each with its place, and the fix is told once', async () => {
  const printed = await text(false);
  const lines = printed.split('\n');
  expect(lines[0]).toBe('Deployment shop/web');
  expect(lines[1]).toMatch(/^ {2}k8s\/a b,c:d%\.yaml:11:11 {2}warning {2}.+ {2}image-is-pinned$/);
  expect(lines[2]).toMatch(/^ {6}\S/);
  expect(lines.at(-2)).toBe('0 errors, 3 warnings, 0 info in 3 objects of 4 files; 1 acknowledged');
});

test('colour adds nothing but colour', async () => {
  const coloured = await text(true);
  expect(coloured).toContain('\u001b[33mwarning\u001b[39m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(await text(false));
});

test('acknowledged findings come with their reason', async () => {
  expect(await text(false, true)).toContain('\n      acknowledged: see "A & B" <1>\n');
});
