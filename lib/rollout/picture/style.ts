import { COLOURS } from './colours';

/** How the parts of a chart look. What a colour says, a shape, a line or a word says too. */
export const STYLE = `${COLOURS}
.rollout{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:var(--text)}
.rollout .page{fill:var(--page)}
.rollout .title{font-size:15px;font-weight:600}
.rollout .strong{font-weight:600}
.rollout .dim{fill:var(--dim)}
.rollout .grid{stroke:var(--grid);fill:none}
.rollout path{vector-effect:non-scaling-stroke}
.rollout .end{text-anchor:end}.rollout .middle{text-anchor:middle}
.rollout .ready.before{fill:var(--old)}.rollout .ready.after{fill:var(--new)}
.rollout .starting{fill:var(--starting)}.rollout .closed{fill:var(--closed)}
.rollout .stopping{fill:var(--stopping);fill-opacity:.18;stroke:var(--stopping);stroke-width:1.5}
.rollout .capacity{fill:var(--new);fill-opacity:.14;stroke:none}.rollout .capacity-line{fill:none;stroke:var(--new);stroke-width:2}
.rollout .load-line{stroke:var(--load);stroke-width:1.5;stroke-dasharray:6 4;fill:none}
.rollout .load{fill:var(--load);font-weight:600;stroke:var(--page);stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
.rollout .lost{stroke:var(--lost);stroke-width:1.8;fill:none}
.rollout .cross{fill:var(--lost);font-size:15px;font-weight:700;text-anchor:middle}
.rollout .no-loss{fill:var(--good)}.rollout .can-lose{fill:var(--risk)}.rollout .loses,.rollout .stalls{fill:var(--lost)}
.rollout .event{stroke:var(--dim);stroke-dasharray:2 3;fill:none}
@media (max-width:640px){.rollout .fine{display:none}}`;
