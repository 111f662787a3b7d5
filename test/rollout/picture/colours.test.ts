import { DARK, LIGHT } from '../../../lib/rollout/picture/colours';

// WCAG 2.2, 1.4.3 and 1.4.11: 4.5 for text, 3 for shapes.
const TEXT = ['text', 'dim', 'load', 'lost', 'good', 'risk', 'old'] as const;
const SHAPES = ['new', 'starting', 'stopping', 'closed'] as const;

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('the measure is the one of WCAG: black on white is 21, a grey of #767676 is 4.54', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('on a %s page', (_, colours) => {
  test.each(TEXT)('text in %s can be read', (name) => {
    expect(contrast(colours[name], colours.page)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SHAPES)('a shape in %s can be seen', (name) => {
    expect(contrast(colours[name], colours.page)).toBeGreaterThanOrEqual(3);
  });
});
