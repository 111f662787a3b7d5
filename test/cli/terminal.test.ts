import { stylesFor } from '../../lib/cli/terminal';

const RED = '\u001b[31mx\u001b[39m';

test('a terminal gets colour', () => {
  expect(stylesFor({ isTTY: true }, {}).red('x')).toBe(RED);
});

test('a pipe, NO_COLOR and a dumb terminal get none', () => {
  expect(stylesFor({}, {}).red('x')).toBe('x');
  expect(stylesFor({ isTTY: true }, { NO_COLOR: '1' }).red('x')).toBe('x');
  expect(stylesFor({ isTTY: true }, { TERM: 'dumb' }).red('x')).toBe('x');
});
