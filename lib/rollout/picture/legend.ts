import { barOf, LANE_HEIGHT } from './lanes';
import { escapeMarkup } from './markup';
import { PHASE_LABELS, type PhaseName } from './phases';
import { rounded } from './scale';
import { widthOf } from './wrap';

const SWATCH = 18;
const GAP = 18;

interface Entry {
  readonly label: string;
  /** Draws the sign of the entry into a box as wide as a swatch and as high as a lane. */
  draw(x: number, y: number): string;
}

const bar = (name: PhaseName, version: 'before' | 'after', label: string): Entry => ({
  label,
  draw: (x, y) => barOf({ name }, version, `x="${x + 1}" width="${SWATCH - 2}"`, y),
});

const line = (name: string, label: string): Entry => ({
  label,
  draw: (x, y) => `<path class="${name}" d="M${x} ${y + LANE_HEIGHT / 2}h${SWATCH}"/>`,
});

const ENTRIES: readonly Entry[] = [
  bar('ready', 'before', 'ready (old)'),
  bar('ready', 'after', 'ready (new)'),
  ...(['starting', 'stopping', 'closed'] as const).map((name) => bar(name, 'before', PHASE_LABELS[name])),
  {
    label: 'lost requests',
    draw: (x, y) => `<text class="cross" x="${x + SWATCH / 2}" y="${y + 13}">×</text>`,
  },
  line('capacity-line', 'capacity'),
  line('load-line', 'load'),
];

/** The legend as a list that wraps, for a page. */
export function legendList(): string {
  const items = ENTRIES.map(
    ({ label, draw }) =>
      `<li><svg class="rollout" width="${SWATCH}" height="${LANE_HEIGHT}" aria-hidden="true">${draw(0, 0)}</svg>${escapeMarkup(label)}</li>`,
  );
  return `<ul class="legend" aria-label="Legend">${items.join('')}</ul>`;
}

/** The legend as shapes, and how high it is. */
export function drawnLegend(
  left: number,
  top: number,
  width: number,
): { readonly body: string; readonly height: number } {
  let x = left;
  let y = top;
  const parts = ENTRIES.map(({ label, draw }) => {
    const needs = SWATCH + 6 + widthOf(label, 12) + GAP;
    if (x + needs > left + width && x > left) {
      x = left;
      y += LANE_HEIGHT + 4;
    }
    const drawn = `${draw(rounded(x, 1), y)}<text class="dim" x="${rounded(x + SWATCH + 6, 1)}" y="${y + 12}">${escapeMarkup(label)}</text>`;
    x += needs;
    return drawn;
  });
  return { body: parts.join(''), height: y + LANE_HEIGHT - top };
}
