// Chromium for the tests, and what must hold of every page: it asks nobody for anything and complains of nothing.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const browserPath = () => browsers.find((path) => path && existsSync(path));

const softwareDrawing = ['--enable-unsafe-swiftshader'];

export const launch = (flags = softwareDrawing) =>
  chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', ...flags] });

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Opens a page and collects what it should not do. */
export async function open(browser, file, options = {}) {
  const { address = '', ...context } = options;
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 }, acceptDownloads: true, ...context });
  const problems = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/GL Driver Message|GPU stall/.test(message.text()))
      problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) problems.push(`request: ${request.url()}`);
  });
  await page.goto(`file://${file}${address}`);
  await page.waitForSelector('main h1', { state: 'attached' });
  return { page, problems };
}

/** The serious findings of axe-core. */
export async function findings(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return result.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ')}`);
}

export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}
