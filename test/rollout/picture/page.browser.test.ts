import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { toPage } from '../../../lib/rollout/picture/page';
import { reportOfPlan } from '../../../lib/rollout/report';
import { plan } from '../manifests';

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
const inBrowser = CHROMIUM === undefined ? describe.skip : describe;
if (CHROMIUM === undefined) console.warn('no chromium found (set CHROMIUM to its path): the page is not opened');

inBrowser('the page in a browser, opened from disk', () => {
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];
  const requests: string[] = [];
  const file = join(mkdtempSync(join(tmpdir(), 'page-')), 'rollout.html');
  const reports = [
    reportOfPlan(plan({ replicas: 3 }), { runs: 10 }),
    reportOfPlan(plan({ replicas: 2 }), { event: 'drain', runs: 10 }),
  ];

  beforeAll(async () => {
    writeFileSync(file, toPage(reports));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  }, 60_000);

  beforeEach(async () => {
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => problems.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`file://${file}`);
  });

  afterEach(() => page.close());
  afterAll(() => browser?.close());

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
    const chart = page.locator('svg.rollout').first();
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
});
