// node e2e/run.mjs [--entente FILE] [--shots DIR] [--strict]: opens pages that entente makes and uses every control.
// --strict holds it to the promised speed; otherwise, on machines with other work, to three times of it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { browserPath, downloaded, findings, launch, open } from './browser.mjs';
import { hostileNames, makePages } from './corpora.mjs';
import { firstPaint, panning } from './speed.mjs';

const source = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options } = parseArgs({
  options: { entente: { type: 'string', default: join(source, 'build/dev/entente') }, shots: { type: 'string' }, strict: { type: 'boolean', default: false } },
});
if (!browserPath()) {
  console.log('e2e: no Chromium, the page is not tested (scripts/setup page)');
  process.exit(77);
}

const folder = mkdtempSync(join(tmpdir(), 'entente-e2e-'));
const shots = options.shots;
if (shots) mkdirSync(shots, { recursive: true });
const views = ['overview', 'network', 'persons', 'pairs', 'communities', 'charts', 'about'];
const shot = async (page, name) => shots && page.screenshot({ path: join(shots, `${name}.png`) });
const go = async (page, view) => {
  await page.click(`header nav a[href="#${view}"]`);
  await page.waitForSelector(`main.view-${view}`);
};
const shownTies = async (page) => Number(/([\d,]+) ties? shown/.exec(await page.textContent('.shown-count'))[1].replaceAll(',', ''));

let failed = 0;
async function check(title, test) {
  const begin = Date.now();
  try {
    await test();
    console.log(`ok    ${title} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  } catch (problem) {
    failed++;
    console.error(`FAIL  ${title}\n${problem.stack ?? problem}`);
  }
}

const pages = makePages(options.entente, source, folder);
const browser = await launch();

await check('every view of the sample, in both themes, has no serious finding of axe-core', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page, problems } = await open(browser, pages.sample, { colorScheme });
    for (const view of views) {
      await go(page, view);
      if (view === 'network') await page.waitForSelector('.drawing canvas');
      assert.deepEqual(await findings(page), [], `${view}, ${colorScheme}`);
      await shot(page, `${view}-${colorScheme}`);
    }
    await go(page, 'pairs');
    await page.click('tbody tr:first-child .link');
    await page.waitForSelector('.panel mark');
    assert.deepEqual(await findings(page), [], `a pair, ${colorScheme}`);
    await shot(page, `pair-${colorScheme}`);
    assert.deepEqual(problems, []);
    await page.close();
  }
});

await check('the network obeys its controls', async () => {
  const { page, problems } = await open(browser, pages.sample, { address: '#network' });
  await page.waitForSelector('.drawing canvas');
  const all = await shownTies(page);
  assert.ok(all > 100);
  for (const label of ['Colour', 'Size']) {
    const values = await page.getByLabel(label, { exact: true }).locator('option').evaluateAll((list) => list.map((one) => one.value));
    for (const value of values) await page.getByLabel(label, { exact: true }).selectOption(value);
    assert.ok((await page.locator('.legend li').count()) > 0);
  }
  await page.getByLabel('Colour', { exact: true }).selectOption('country');
  await page.getByLabel('Size', { exact: true }).selectOption('strength');
  await page.getByLabel('Meetings, at least').fill('2');
  const twice = await shownTies(page);
  assert.ok(twice > 0 && twice < all);
  await page.getByLabel('Meetings, at least').fill('1');
  await page.getByLabel(/Only more than chance/).check();
  assert.ok((await shownTies(page)) < all);
  await page.getByLabel(/Only more than chance/).uncheck();
  await page.getByLabel('Country').selectOption('AZ');
  const ofOne = await shownTies(page);
  assert.ok(ofOne > 0 && ofOne < all);
  await page.getByLabel('or', { exact: true }).selectOption('TR');
  assert.ok((await shownTies(page)) > ofOne);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  assert.equal(await shownTies(page), all);
  for (const box of await page.locator('fieldset input').all()) {
    await box.uncheck();
    assert.ok((await shownTies(page)) < all);
  }
  assert.equal(await shownTies(page), 0);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('From', { exact: true }).fill('2024-01-01');
  await page.getByLabel('To', { exact: true }).fill('2024-06-30');
  const ofHalfYear = await shownTies(page);
  assert.ok(ofHalfYear > 0 && ofHalfYear < all);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  const timeline = await page.locator('.timeline .u-over').boundingBox();
  await page.mouse.move(timeline.x + timeline.width * 0.7, timeline.y + 20);
  await page.mouse.down();
  await page.mouse.move(timeline.x + timeline.width * 0.8, timeline.y + 20, { steps: 5 });
  await page.mouse.up();
  const brushed = await shownTies(page);
  assert.ok(brushed > 0 && brushed < all);
  assert.match(await page.getByLabel('From', { exact: true }).inputValue(), /^20\d\d-\d\d-\d\d$/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  assert.equal(await shownTies(page), all);
  for (const name of ['Zoom in', 'Zoom out', 'Show all of it']) await page.getByRole('button', { name }).click();
  await page.locator('.drawing').focus();
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', '+', '-', '0']) await page.keyboard.press(key);
  const png = await downloaded(page, () => page.getByRole('button', { name: /as PNG/ }).click());
  assert.equal(png.name, 'network.png');
  assert.equal(png.content.subarray(1, 4).toString(), 'PNG');
  const svg = await downloaded(page, () => page.getByRole('button', { name: /as SVG/ }).click());
  assert.ok(svg.content.toString().match(/<line/g).length >= all);
  assert.ok(svg.content.toString().includes('Zakir Hasanov'));
  assert.deepEqual(problems, []);
  await page.close();
});

await check('a click on a person in the drawing opens its panel', async () => {
  const { page, problems } = await open(browser, pages.sample, { address: '#network' });
  await page.waitForSelector('.drawing canvas');
  const svg = await downloaded(page, () => page.getByRole('button', { name: /as SVG/ }).click());
  const discs = [...svg.content.toString().matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)];
  const [, x, y] = discs.map((one) => one.map(Number)).sort((p, q) => q[3] - p[3])[0];
  const box = await page.locator('.drawing').boundingBox();
  await page.mouse.move(box.x + x, box.y + y);
  await page.mouse.click(box.x + x, box.y + y);
  await page.waitForSelector('.panel:not([hidden]) h2');
  assert.deepEqual(problems, []);
  await page.close();
});

await check('persons are found, their panel leads on, the keyboard suffices', async () => {
  const { page, problems } = await open(browser, pages.sample);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the content');
  await page.getByRole('combobox', { name: 'Search persons' }).fill('hasanov zak');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.panel:not([hidden])');
  assert.equal(await page.textContent('.panel h2'), 'Zakir Hasanov');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'panel-heading');
  assert.match(page.url(), /#overview\/person\/zakir-hasanov$/);
  await page.click('.panel summary');
  assert.match(await page.textContent('.panel details table'), /PageRank/);
  await shot(page, 'person');
  await page.getByRole('combobox', { name: 'Path to' }).fill('Lloyd Austin');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show in the network' }).click();
  await page.waitForSelector('main.view-network');
  await shot(page, 'path');
  await page.getByRole('button', { name: 'Clear the path' }).click();
  const all = await shownTies(page);
  await page.getByRole('button', { name: 'Neighbourhood' }).click();
  const near = await shownTies(page);
  await page.getByRole('button', { name: 'Two steps' }).click();
  const nearer = await shownTies(page);
  assert.ok(near < nearer && nearer < all);
  await page.locator('.chip').click();
  assert.equal(await shownTies(page), all);
  await page.click('.panel .meeting .link');
  assert.notEqual(await page.textContent('.panel h2'), 'Zakir Hasanov');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('.panel h2')?.textContent === 'Zakir Hasanov');
  await page.locator('#panel-heading').focus();
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('.panel').isHidden());
  assert.deepEqual(problems, []);
  await page.close();
});

await check('tables sort, search, turn pages and go along as CSV', async () => {
  const { page, problems } = await open(browser, pages.sample);
  for (const [view, query] of [['persons', 'azerbaijan'], ['pairs', 'hasanov akar'], ['communities', 'hasanov']]) {
    await go(page, view);
    const rows = page.locator('tbody tr');
    const before = await page.textContent('[role=status]');
    for (const heading of await page.locator('thead button').all()) {
      await heading.click();
      const first = await heading.locator('..').getAttribute('aria-sort');
      await heading.click();
      assert.notEqual(await heading.locator('..').getAttribute('aria-sort'), first);
    }
    if (view !== 'communities') {
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('button', { name: 'Previous' }).click();
    }
    const csv = await downloaded(page, () => page.getByRole('button', { name: 'Download CSV' }).click());
    assert.equal(csv.name, `${view}.csv`);
    assert.equal(csv.content.toString().trim().split('\r\n').length - 1, Number(/\d+/.exec(before)[0]));
    await page.getByRole('searchbox').fill(query);
    assert.notEqual(await page.textContent('[role=status]'), before);
    assert.ok((await rows.count()) > 0);
    await page.getByRole('searchbox').fill('nobody is called that');
    assert.match(await page.textContent('tbody'), /No .* here/);
  }
  await page.getByRole('searchbox').fill('');
  await page.click('tbody tr:first-child button');
  await page.waitForSelector('main.view-network .chip');
  assert.deepEqual(problems, []);
  await page.close();
});

await check('the charts have figures, the account its counts', async () => {
  const { page, problems } = await open(browser, pages.sample, { address: '#charts' });
  await page.waitForSelector('.chart canvas');
  assert.equal(await page.locator('.chart canvas').count(), 3);
  for (const summary of await page.locator('.figures summary').all()) await summary.click();
  assert.match(await page.textContent('table.heat'), /Azerbaijan/);
  await page.locator('table.heat').scrollIntoViewIfNeeded();
  await shot(page, 'heat-map');
  await go(page, 'about');
  assert.match(await page.textContent('main'), /Rejected/);
  const study = await downloaded(page, () => page.getByRole('button', { name: 'Download study.yaml' }).click());
  assert.match(study.content.toString(), /communities/);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.getByRole('button', { name: 'Light theme' }).click();
  assert.deepEqual(problems, []);
  await page.close();
});

await check('a page of countries speaks of countries, and every page tells its corpus', async () => {
  const { page, problems } = await open(browser, pages.countries, { address: '#persons' });
  assert.equal(await page.textContent('main h1'), 'Countries');
  assert.match(await page.textContent('tbody'), /Azerbaijan|AZ/);
  for (const view of views) {
    await go(page, view);
    if (view === 'about') continue;
    assert.doesNotMatch(await page.innerText('main'), /\bpersons?\b/i, view);
  }
  assert.match(await page.innerText('main'), /Corpus: articles, 100 files, 100 documents and records, meetings from \d{4}-/);
  assert.deepEqual(problems, []);
  await page.close();
});

await check('a phone shows everything in its width', async () => {
  const { page, problems } = await open(browser, pages.sample, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  for (const view of views) {
    await go(page, view);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), view);
    await shot(page, `phone-${view}`);
  }
  await go(page, 'pairs');
  await page.click('tbody tr:first-child .link');
  await shot(page, 'phone-pair');
  await page.getByRole('button', { name: 'Close' }).click();
  assert.deepEqual(problems, []);
  await page.close();
});

await check('hostile names and texts stay text', async () => {
  const { page, problems } = await open(browser, pages.hostile);
  for (const view of views) await go(page, view);
  await go(page, 'persons');
  const text = await page.textContent('main');
  assert.ok(text.includes(hostileNames[0]) && text.includes(hostileNames[1]));
  const csv = await downloaded(page, () => page.getByRole('button', { name: 'Download CSV' }).click());
  assert.ok(csv.content.toString().includes("'=cmd|"));
  for (const name of hostileNames) {
    await page.getByRole('combobox', { name: 'Search persons' }).fill(name.slice(0, 20));
    await page.keyboard.press('Enter');
  }
  await page.getByRole('combobox', { name: 'Search persons' }).fill('Ada');
  await page.keyboard.press('Enter');
  assert.match(await page.textContent('.panel'), /<\/script><script>window.hacked=1/);
  await go(page, 'network');
  const svg = await downloaded(page, () => page.getByRole('button', { name: /as SVG/ }).click());
  assert.ok(!svg.content.toString().includes('<img'));
  assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  assert.deepEqual(problems, []);
  await page.close();
});

await check('somebody who met nobody still has a page', async () => {
  const { page, problems } = await open(browser, pages.lonely);
  for (const view of views) await go(page, view);
  await go(page, 'persons');
  await page.click('tbody tr:first-child .link');
  assert.match(await page.textContent('.panel'), /Nobody/);
  assert.deepEqual(problems, []);
  await page.close();
});

await check('20,000 persons: the page appears in time and follows the mouse', async () => {
  const { page, problems } = await open(browser, pages.large);
  const paint = await firstPaint(page);
  for (const view of views) {
    await go(page, view);
    await shot(page, `large-${view}`);
  }
  await go(page, 'network');
  await page.waitForSelector('.drawing canvas');
  assert.match(await page.textContent('.shown-count'), /backbone/);
  await page.waitForTimeout(1000);
  const { frame, script } = await panning(page);
  console.log(`      first paint ${paint.toFixed(0)} ms, frame ${frame.toFixed(1)} ms, script ${script.toFixed(1)} ms a frame`);
  const patience = options.strict ? 1 : 3;
  assert.ok(paint < 3000 * patience, `first paint ${paint}`);
  assert.ok(frame <= 50 * patience, `frame ${frame}`);
  assert.ok(script <= 8 * patience, `script ${script}`);
  await page.getByLabel('Meetings, at least').fill('5');
  await page.getByRole('combobox', { name: 'Search persons' }).fill('hong');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.panel blockquote');
  assert.deepEqual(problems, []);
  await page.close();
});
await browser.close();

await check('without WebGL a message leads to the tables', async () => {
  const plain = await launch(['--disable-3d-apis']);
  const { page, problems } = await open(plain, pages.sample, { address: '#network' });
  assert.match(await page.textContent('.stage'), /WebGL/);
  await page.click('.stage a[href="#pairs"]');
  await page.waitForSelector('main.view-pairs tbody tr');
  assert.deepEqual(problems, []);
  await plain.close();
});

rmSync(folder, { recursive: true, force: true });
process.exit(failed > 0 ? 1 : 0);
