// How fast a page appears, and how smoothly the network follows the mouse.
const median = (values) => [...values].sort((x, y) => x - y)[values.length >> 1] ?? 0;

export async function firstPaint(page) {
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
  return page.evaluate(() => performance.getEntriesByName('first-paint')[0].startTime);
}

/** Drags the network by a step each frame; the median time of a frame, and of the scripts in it. */
export async function panning(page, steps = 60) {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const scriptSeconds = async () =>
    (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value;
  const box = await page.locator('.drawing').boundingBox();
  const [x, y] = [Math.round(box.x + box.width / 3), Math.round(box.y + box.height / 3)];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y);
  const drag = (count, from) =>
    page.evaluate(
      ([steps, left, top]) =>
        new Promise((done) => {
          const times = [];
          let last = performance.now();
          const step = () => {
            const now = performance.now();
            times.push(now - last);
            last = now;
            document.dispatchEvent(new MouseEvent('mousemove', { clientX: left + 3 * times.length, clientY: top + times.length }));
            if (times.length < steps) requestAnimationFrame(step);
            else done(times);
          };
          requestAnimationFrame(step);
        }),
      [count, from, y],
    );
  await drag(10, x + 8);
  const begin = await scriptSeconds();
  const times = await drag(steps, x + 38);
  const script = (1000 * ((await scriptSeconds()) - begin)) / steps;
  await page.mouse.up();
  return { frame: median(times), script };
}
