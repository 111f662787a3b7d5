const LIGHT = {
  page: '#ffffff',
  text: '#1f2328',
  dim: '#656d76',
  grid: '#e4e8ec',
  old: '#5b7fb9',
  new: '#2a9d76',
  starting: '#e9c46a',
  stopping: '#a78bca',
  closed: '#c3c9d0',
  capacity: '#2a9d76',
  load: '#bf5b04',
  lost: '#d1242f',
};

const DARK: typeof LIGHT = {
  page: '#0f1419',
  text: '#e6edf3',
  dim: '#8d96a0',
  grid: '#262d35',
  old: '#6f97d6',
  new: '#3fb68b',
  starting: '#d9a940',
  stopping: '#a48ad0',
  closed: '#4a525c',
  capacity: '#3fb68b',
  load: '#f0883e',
  lost: '#ff6b6b',
};

const variables = (colours: typeof LIGHT) =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

/** The colours of every picture, light and dark, as the reader's system has it. */
export const COLOURS = `:root,.rollout{${variables(LIGHT)}}
@media (prefers-color-scheme: dark){:root,.rollout{${variables(DARK)}}}`;

/** How the parts of a chart look. */
export const STYLE = `${COLOURS}
.rollout{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:var(--text)}
.rollout .page{fill:var(--page)}
.rollout .title{font-size:15px;font-weight:600}
.rollout .dim{fill:var(--dim)}
.rollout .grid{stroke:var(--grid);fill:none}
.rollout .end{text-anchor:end}.rollout .middle{text-anchor:middle}
.rollout .starting{fill:var(--starting)}.rollout .ready.before{fill:var(--old)}.rollout .ready.after{fill:var(--new)}
.rollout .stopping{fill:var(--stopping)}.rollout .closed{fill:var(--closed)}
.rollout .capacity{fill:var(--capacity);fill-opacity:.16;stroke:none}.rollout .capacity-line{fill:none;stroke:var(--capacity);stroke-width:2}
.rollout .load{stroke:var(--load);stroke-width:1.5;stroke-dasharray:6 4;fill:none}.rollout text.load{stroke:none;fill:var(--load)}
.rollout .lost{stroke:var(--lost);stroke-width:1.8;fill:none}.rollout text.lost{stroke:none;fill:var(--lost)}
.rollout .no-loss{fill:var(--new)}.rollout .loss-possible{fill:var(--load)}.rollout .stalls{fill:var(--lost)}
.rollout .event{stroke:var(--dim);stroke-dasharray:2 3}`;
