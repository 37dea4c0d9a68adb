// SPDX-License-Identifier: MIT
// What axe-core finds, and pictures to look at, in both themes at both widths.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, setField, test, trainToTheEnd } from './page-under-test.ts';
import { draw } from './strokes.ts';

const TWO = { strokes: [[10, 25, 25, 5, 45, 10, 50, 30, 35, 60, 10, 95, 35, 90, 65, 95]] };

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    test(`axe finds nothing: ${colorScheme}, ${width} px`, async ({ page, watched }, info) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await watched.open();
      const look = async (name: string) => {
        const path = info.outputPath(`${colorScheme}-${width}-${name}.png`);
        await page.screenshot({ path, fullPage: true });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        // Nothing sticks out to the side.
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      };
      await look('start');
      if (width < 600) await page.getByText('Settings', { exact: true }).click();
      await setField(page, 'Epochs', '2');
      await trainToTheEnd(page, 2);
      await page.getByLabel('Drawing pad', { exact: true }).scrollIntoViewIfNeeded();
      await draw(page, TWO);
      await expect(page.getByRole('status', { name: 'Prediction' })).toHaveText(/^\d/);
      await look('trained');
    });
  }
}
