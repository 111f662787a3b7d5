import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { toPage } from '../../../lib/rollout/picture/page';
import { reportOfPlan } from '../../../lib/rollout/report';
import { plan, planFor, workload } from '../manifests';
import { ORIGIN } from './origin';

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
const inBrowser = CHROMIUM === undefined ? describe.skip : describe;
if (CHROMIUM === undefined) console.warn('no chromium found (set CHROMIUM to its path): the page is not opened');

// A browser on a busy machine takes its time.
jest.setTimeout(60_000);

const LONG = 'recommendation-engine-'.repeat(11).slice(0, -1);

inBrowser('the page in a browser, opened from disk', () => {
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];
  const requests: string[] = [];
  const file = join(mkdtempSync(join(tmpdir(), 'page-')), 'rollout.html');
  const reports = [
    reportOfPlan(plan({ replicas: 3 }), { runs: 10 }),
    reportOfPlan(plan({ replicas: 2 }), { event: 'drain', runs: 10 }),
    reportOfPlan(plan({ replicas: 2, strategy: { type: 'Recreate' } }), { runs: 2 }),
    reportOfPlan(planFor([{ ...workload({ replicas: 60 }), metadata: { name: LONG } }]), { runs: 2 }),
  ];

  beforeAll(async () => {
    writeFileSync(file, toPage(reports, ORIGIN));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });

  beforeEach(async () => {
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => problems.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`file://${file}`);
  });

  afterEach(() => page.close());
  afterAll(() => browser?.close());

  /** The visible boxes of the elements that a selector finds. */
  const boxesOf = (selector: string) =>
    page.locator(selector).evaluateAll((elements) =>
      elements.flatMap((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        return width === 0 ? [] : [{ text: element.textContent ?? '', left, right, height }];
      }),
    );

  const value = (key: string) => page.locator(`section >> nth=0 >> [data-value=${key}]`).textContent();

  test('it asks for nothing but itself, and nothing goes wrong', () => {
    expect(new Set(requests)).toEqual(new Set([`file://${file}`]));
    expect(problems).toEqual([]);
  });

  test('the slider tells the numbers of its moment', async () => {
    const slider = page.locator('input[type=range]').first();
    await slider.focus();
    await page.keyboard.press('End');
    const last = reports[0]?.timeline.moments.at(-1);
    expect(await value('ready')).toBe(`${last?.ready} of 3`);
    const lost = reports[0]?.timeline.lost.reduce((sum, { count }) => sum + count, 0);
    expect(await value('lost')).toBe(`${lost} refused`);
    await page.keyboard.press('Home');
    expect(await value('time')).toBe('0.0 s');
    await page.keyboard.press('ArrowRight');
    expect(await value('time')).toBe('0.1 s');
  });

  test('a lane tells its pod to the pointer and to the keyboard', async () => {
    await page.locator('.lane').first().hover();
    expect(await page.locator('#tip').textContent()).toMatch(/^old-0 \(old version\)/);
    await page.locator('.lane').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#tip').textContent()).toMatch(/^old-1/);
    await page.keyboard.press('Escape');
    expect(await page.locator('#tip').isHidden()).toBe(true);
  });

  test('a click on the chart moves the slider there', async () => {
    const chart = page.locator('svg.chart').first();
    const box = await chart.boundingBox();
    await chart.click({ position: { x: (box?.width ?? 0) / 2, y: 40 } });
    expect(Number(await page.locator('input[type=range]').first().inputValue())).toBeGreaterThan(0);
  });

  test('it is light or dark as the reader has it', async () => {
    const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect([light, await background()]).toEqual(['rgb(255, 255, 255)', 'rgb(15, 20, 25)']);
  });

  test('a loss that is certain is red, one that is possible is not', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    const red = 'rgb(207, 34, 46)';
    const colours = (name: string) =>
      page.locator(`section .verdict.${name}`).evaluateAll((badges) =>
        // Runs in the page.
        badges.map((badge) => {
          const style = badge.ownerDocument.defaultView?.getComputedStyle(badge);
          return [style?.color, style?.backgroundColor];
        }),
      );
    expect(await colours('loses')).toEqual([['rgb(255, 255, 255)', red]]);
    expect((await colours('can-lose')).flat()).not.toContain(red);
  });

  describe.each([500, 1200])('at %i px', (width) => {
    beforeEach(() => page.setViewportSize({ width, height: 900 }));

    test('nothing is wider than the page', async () => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      const boxes = await boxesOf('h2, .chart text, .legend li, .readout div, footer');
      expect(boxes.length).toBeGreaterThan(40);
      for (const { text, left, right } of boxes) {
        expect({ text, inside: left >= 0 && right <= width }).toEqual({ text, inside: true });
      }
    });

    test('all text of a chart is as large as the rest of the page, and no two labels of an axis meet', async () => {
      const labels = await boxesOf('section:first-of-type .chart text:not(.cross)');
      for (const { text, height } of labels) expect({ text, high: height >= 13 }).toEqual({ text, high: true });
      const axis = labels.filter(({ text }) => /^[\d.,]+ s$/.test(text)).sort((one, other) => one.left - other.left);
      expect(axis.length).toBeGreaterThan(2);
      for (const [index, label] of axis.entries()) {
        const next = axis[index + 1];
        if (next !== undefined) expect(next.left - label.right).toBeGreaterThan(4);
      }
    });

    test('a title that is longer than a line is wrapped', async () => {
      const [title] = await boxesOf('section:last-of-type h2');
      expect(title?.text).toContain(LONG);
      expect(title?.height).toBeGreaterThan(2 * 20);
    });
  });

  test.each(['light', 'dark'] as const)('axe finds nothing to object to, %s', async (colorScheme) => {
    // The page allows no script but its own; axe is one more.
    const open = await browser.newPage({ bypassCSP: true, colorScheme, viewport: { width: 500, height: 900 } });
    await open.setContent(toPage(reports.slice(0, 3), ORIGIN));
    await open.evaluate(axe.source);
    const { violations, passes } = await open.evaluate<axe.AxeResults>('axe.run()');
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(['color-contrast', 'svg-img-alt', 'label']));
    await open.close();
  });

  test('charts, lanes and sliders have names for those who do not see them', async () => {
    expect(await page.getByRole('group', { name: 'Deployment shop/cart: rollout' }).count()).toBe(2);
    expect(await page.getByRole('img', { name: /^old-0 \(old version\), deleted/ }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('slider', { name: 'time' }).count()).toBe(reports.length);
    const chart = page.locator('.chart').first();
    const description = page.locator(`#${await chart.getAttribute('aria-describedby')}`);
    expect(await description.textContent()).toContain('One simulated run: 3 old pods and 3 new pods');
  });
});
