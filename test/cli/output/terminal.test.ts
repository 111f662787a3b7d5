import { stylesFor } from '../../../lib/cli/output/terminal';

const RED = '\u001b[31mx\u001b[39m';

test('a terminal gets colour', () => {
  expect(stylesFor({ isTTY: true }, {}, {}).red('x')).toBe(RED);
});

test('a pipe, NO_COLOR and a dumb terminal get none', () => {
  expect(stylesFor({}, {}, {}).red('x')).toBe('x');
  expect(stylesFor({ isTTY: true }, {}, { NO_COLOR: '1' }).red('x')).toBe('x');
  expect(stylesFor({ isTTY: true }, {}, { TERM: 'dumb' }).red('x')).toBe('x');
});

test.each([
  ['FORCE_COLOR colors a pipe', {}, { FORCE_COLOR: '1' }, RED],
  ['FORCE_COLOR=0 means none', {}, { FORCE_COLOR: '0' }, 'x'],
  ['NO_COLOR wins over FORCE_COLOR', {}, { NO_COLOR: '1', FORCE_COLOR: '1' }, 'x'],
  ['an empty NO_COLOR is none', {}, { NO_COLOR: '', FORCE_COLOR: '1' }, RED],
  ['--color wins over NO_COLOR', { color: true }, { NO_COLOR: '1' }, RED],
  ['--no-color wins over FORCE_COLOR', { color: false }, { FORCE_COLOR: '1' }, 'x'],
])('%s', (_, flags, env, printed) => {
  expect(stylesFor({ isTTY: false }, flags, env).red('x')).toBe(printed);
});
