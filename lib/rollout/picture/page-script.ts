/**
 * What the page does in a browser, as plain JavaScript: it moves a line over each chart with its slider, tells the numbers
 * of that moment, and tells a pod's life where the pointer or the keyboard is.
 */
export const PAGE_SCRIPT = `
'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const causes = ['refused', 'cut', 'overloaded', 'no-endpoint'];
const tip = document.getElementById('tip');

function momentAt(moments, seconds) {
  let low = 0, high = moments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (moments[middle].atSeconds <= seconds) low = middle; else high = middle - 1;
  }
  return moments[low];
}

function lostUntil(lost, seconds) {
  const counts = {};
  for (const mark of lost) if (mark.atSeconds <= seconds) counts[mark.cause] = (counts[mark.cause] || 0) + mark.count;
  return causes.filter((cause) => counts[cause]).map((cause) => counts[cause] + ' ' + cause).join(', ') || 'none';
}

function perSecond(requests) { return Math.round(requests).toLocaleString('en-US') + '/s'; }

function show(section, chart, seconds) {
  const moment = momentAt(chart.moments, seconds);
  const cursor = section.querySelector('.cursor');
  const x = (seconds / chart.end) * 100 + '%';
  cursor.setAttribute('x1', x);
  cursor.setAttribute('x2', x);
  const values = {
    time: seconds.toFixed(1) + ' s',
    ready: moment ? moment.ready + ' of ' + moment.desired : '',
    available: moment ? moment.available : '',
    terminating: moment ? moment.terminating : '',
    created: moment ? moment.created : '',
    routed: moment ? moment.routed : '',
    capacity: moment ? perSecond(moment.serving * chart.capacityPerPod) : '',
    load: perSecond(chart.requestsPerSecond),
    lost: lostUntil(chart.lost, seconds),
  };
  for (const key of Object.keys(values)) section.querySelector('[data-value=' + key + ']').textContent = values[key];
  section.querySelector('input').setAttribute('aria-valuetext',
    values.time + ': ' + values.ready + ' ready, lost so far: ' + values.lost);
}

function tell(text, target) {
  tip.textContent = text;
  tip.hidden = false;
  const box = target.getBoundingClientRect();
  const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
  tip.style.left = Math.max(8, Math.min(room, box.left + window.scrollX)) + 'px';
  tip.style.top = box.bottom + window.scrollY + 6 + 'px';
}

function hide() { tip.hidden = true; }

document.querySelectorAll('section[data-chart]').forEach((section) => {
  const chart = data[Number(section.dataset.chart)];
  const slider = section.querySelector('input');
  slider.addEventListener('input', () => show(section, chart, Number(slider.value)));
  const svg = section.querySelector('.chart');
  const plot = section.querySelector('.plot');
  svg.addEventListener('click', (event) => {
    const box = plot.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    slider.value = String(Math.min(1, Math.max(0, share)) * chart.end);
    show(section, chart, Number(slider.value));
  });
  const lanes = [...section.querySelectorAll('.lane')];
  lanes.forEach((lane, index) => {
    const title = lane.querySelector('title');
    const text = title.textContent;
    title.remove();
    lane.setAttribute('role', 'img');
    lane.setAttribute('aria-label', text);
    lane.setAttribute('tabindex', index === 0 ? '0' : '-1');
    lane.addEventListener('mouseenter', () => tell(text, lane));
    lane.addEventListener('mouseleave', hide);
    lane.addEventListener('focus', () => tell(text, lane));
    lane.addEventListener('blur', hide);
    lane.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === 'Escape') hide();
      if (!step || !lanes[index + step]) return;
      event.preventDefault();
      lane.setAttribute('tabindex', '-1');
      lanes[index + step].setAttribute('tabindex', '0');
      lanes[index + step].focus();
    });
  });
  show(section, chart, Number(slider.value));
});
`;
