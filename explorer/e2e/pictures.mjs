// node e2e/pictures.mjs PAGE DIR: the pictures of the documentation, of a page that entente report made.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch, open } from './browser.mjs';

const [page, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const firstPair = async (shown) => {
  await shown.click('tbody tr:first-child .link');
  await shown.waitForSelector('.panel mark');
};
const drawn = (shown) => shown.waitForSelector('.drawing canvas');
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const pictures = [
  { name: 'overview' },
  { name: 'network', view: 'network', ready: drawn },
  { name: 'pair', view: 'pairs', ready: firstPair },
  { name: 'heat-map', view: 'charts', ready: (shown) => shown.locator('table.heat').scrollIntoViewIfNeeded() },
  { name: 'dark', view: 'network', ready: drawn, context: { colorScheme: 'dark' } },
  { name: 'phone', view: 'network', ready: drawn, context: phone },
];

const browser = await launch();
for (const { name, view = 'overview', ready, context } of pictures) {
  const { page: shown } = await open(browser, page, { address: `#${view}`, colorScheme: 'light', ...context });
  if (ready) await ready(shown);
  await shown.waitForTimeout(600);
  await shown.screenshot({ path: join(folder, `report-${name}.png`) });
  await shown.close();
}
await browser.close();
