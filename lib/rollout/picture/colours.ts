/** Colours of every picture on a light page. Text has a contrast of at least 4.5 against the page, shapes of at least 3. */
export const LIGHT = {
  page: '#ffffff',
  text: '#1f2328',
  dim: '#59636e',
  grid: '#d9dee4',
  old: '#3f72b8',
  new: '#1f8a63',
  starting: '#b07a0a',
  stopping: '#8455b8',
  closed: '#7a838d',
  load: '#ab4e00',
  lost: '#cf222e',
  good: '#197a56',
  risk: '#9a5b00',
};

/** The same colours on a dark page. */
export const DARK: typeof LIGHT = {
  page: '#0f1419',
  text: '#e6edf3',
  dim: '#9aa4af',
  grid: '#2d3540',
  old: '#6f97d6',
  new: '#3fb68b',
  starting: '#d9a940',
  stopping: '#b39ae0',
  closed: '#8b949e',
  load: '#f0883e',
  lost: '#ff7b72',
  good: '#3fb68b',
  risk: '#e3b341',
};

const variables = (colours: typeof LIGHT) =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

/** Both sets of colours; the reader's system chooses. */
export const COLOURS = `:root,.rollout{${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root,.rollout{${variables(DARK)}}}`;
