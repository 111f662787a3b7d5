import { MARGIN } from './chart';

/** How the page around the charts looks. A chart is as wide as the page, and its text keeps its size. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--left:${MARGIN.left}px}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:24px 20px 40px;background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
h1{font-size:22px;line-height:1.25;margin:0 0 12px}h2{font-size:18px;line-height:1.35;margin:0 0 6px}
p,dl,ul,figure{margin:0}dd{margin:0}
a{color:var(--old)}
nav ul,.reasons{margin:0 0 12px;padding-left:20px}nav li,.reasons li{margin:4px 0}
section,footer{border-top:1px solid var(--grid);padding-top:24px;margin-top:28px}
.verdict{display:inline-block;font-size:13px;font-weight:600;line-height:1.4;padding:1px 9px;border-radius:10px;border:1px solid currentColor;white-space:nowrap;vertical-align:middle}
.verdict.no-loss{color:var(--good)}.verdict.can-lose{color:var(--risk)}.verdict.loses,.verdict.stalls{color:var(--page);background:var(--lost);border-color:var(--lost)}
.meanings{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:6px 24px;margin-top:14px;color:var(--dim);font-size:13px}
.meanings div{display:flex;gap:10px;align-items:baseline}.meanings dt{flex:none}
.file{color:var(--dim);font-size:13px;margin-bottom:8px}
.fix{font-weight:600}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;margin:0 0 10px}
.facts div{display:contents}.facts dt,footer dt{color:var(--dim)}.facts dd{font-variant-numeric:tabular-nums}
.chart{display:block;box-sizing:content-box;width:calc(100% - var(--left) - ${MARGIN.right}px);padding:${MARGIN.top}px ${MARGIN.right}px 0 var(--left);overflow:visible;cursor:crosshair}
.plot{fill:none;pointer-events:all}
.rollout .cursor{stroke:var(--text);pointer-events:none}
.lane{outline:none}.lane:hover rect,.lane:focus rect{stroke:var(--text);stroke-width:1.4}
.sample{color:var(--dim);font-size:13px;margin:2px 0 0 var(--left)}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;padding:0;margin:8px 0 0 var(--left);color:var(--dim);font-size:13px}
.legend li{display:flex;gap:6px;align-items:center}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.slider{display:grid;grid-template-columns:calc(var(--left) - 8px) 1fr;gap:8px;align-items:center;color:var(--dim);font-size:13px;margin:12px ${MARGIN.right}px 12px 0;text-align:right}
.slider input{width:100%;margin:0;accent-color:var(--old)}
:focus-visible{outline:2px solid var(--old);outline-offset:3px}
.readout{display:grid;grid-template-columns:repeat(auto-fit,minmax(100px,1fr));gap:8px}
.readout div{border:1px solid var(--grid);border-radius:8px;padding:6px 10px}
.readout dt{color:var(--dim);font-size:12px}.readout dd{font-variant-numeric:tabular-nums}
details{margin:0 0 8px}summary{cursor:pointer}
table{border-collapse:collapse;margin-top:6px}th,td{text-align:left;padding:3px 18px 3px 0;font-weight:400;font-variant-numeric:tabular-nums}thead th{color:var(--dim)}.short{color:var(--lost);font-weight:600}
.story{list-style:none;padding:0;margin:6px 0 0}.story li{display:grid;grid-template-columns:64px 1fr}.story span{color:var(--dim);font-variant-numeric:tabular-nums}
footer{font-size:13px}footer div{display:grid;grid-template-columns:110px 1fr;gap:12px}footer ul{list-style:none;padding:0}footer details{margin:0}
#tip{position:absolute;max-width:min(420px,calc(100vw - 16px));background:var(--text);color:var(--page);padding:6px 10px;border-radius:6px;font-size:13px;pointer-events:none}
@media (max-width:640px){:root{--left:66px}body{padding:16px 12px 32px}h1{font-size:20px}h2{font-size:16px}.legend,.sample{margin-left:0}.facts{display:block}.facts div{display:block;margin-bottom:6px}.slider{grid-template-columns:40px 1fr;text-align:left}.meanings div{display:block}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}`;
