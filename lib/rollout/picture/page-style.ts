/** How the page around the charts looks. */
export const PAGE_STYLE = `
:root{color-scheme:light dark}
body{margin:0 auto;max-width:1040px;padding:24px 20px 64px;background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
h1{font-size:22px;margin:0 0 12px}h2{font-size:18px;margin:0 0 8px}
nav ul,.reasons,.story{margin:0 0 10px;padding-left:20px}
a{color:var(--old)}
section{border-top:1px solid var(--grid);padding-top:24px;margin-top:24px}
.verdict{font-size:13px;font-weight:600;padding:2px 9px;border-radius:10px;border:1px solid currentColor;white-space:nowrap}
.verdict.no-loss{color:var(--new)}.verdict.loss-possible{color:var(--load)}.verdict.stalls{color:var(--lost)}
.facts{color:var(--dim);margin:0 0 12px}
svg.rollout{display:block;width:100%;height:auto;cursor:crosshair}
.rollout .cursor{stroke:var(--text);stroke-width:1;fill:none;pointer-events:none}
.lane{outline:none}.lane:hover rect,.lane:focus rect{stroke:var(--text);stroke-width:1.4}
.slider{display:flex;gap:12px;align-items:center;color:var(--dim);margin:8px 2.5% 10px 8.75%}.slider input{flex:1;accent-color:var(--old)}
.slider input:focus-visible,a:focus-visible,summary:focus-visible{outline:2px solid var(--old);outline-offset:3px}
.readout{display:grid;grid-template-columns:repeat(auto-fit,minmax(112px,1fr));gap:8px;margin:0}
.readout div{border:1px solid var(--grid);border-radius:8px;padding:6px 10px}
.readout dt{color:var(--dim);font-size:12px}.readout dd{margin:0;font-variant-numeric:tabular-nums}
details{margin:0 0 10px}summary{cursor:pointer}
table{border-collapse:collapse;margin-top:6px}th,td{text-align:left;padding:3px 18px 3px 0;font-weight:400;font-variant-numeric:tabular-nums}thead th{color:var(--dim)}.short{color:var(--lost)}
.story{list-style:none;padding-left:0}.story span{display:inline-block;min-width:64px;color:var(--dim);font-variant-numeric:tabular-nums}
#tip{position:absolute;max-width:420px;background:var(--text);color:var(--page);padding:6px 10px;border-radius:6px;font-size:13px;pointer-events:none}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}`;
