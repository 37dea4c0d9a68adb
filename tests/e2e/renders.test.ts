// SPDX-License-Identifier: MIT
// What is rendered and painted for what happens: who does not show it has no part in it.
import { type Page } from '@playwright/test';
import { expect, pause, setField, test, train, trainToTheEnd } from './page-under-test.ts';

interface Counts {
  /** Updates of Lit's elements, by their tags. */
  renders: Record<string, number>;
  /** Times that a chart's canvas was cleared to be drawn anew. */
  charts: number;
}

declare global {
  var counts: Counts;
}

/** Counts from the first definition on, in whatever page is opened next. */
async function count(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.counts = { renders: {}, charts: 0 };
    const define = customElements.define.bind(customElements);
    customElements.define = (tag, element, options) => {
      const prototype = element.prototype as { update?: (changed: unknown) => void };
      const { update } = prototype;
      if (update) {
        prototype.update = function (changed) {
          const { renders } = globalThis.counts;
          renders[tag] = (renders[tag] ?? 0) + 1;
          update.call(this, changed);
        };
      }
      define(tag, element, options);
    };
    const { prototype } = CanvasRenderingContext2D;
    const clear = Object.getOwnPropertyDescriptor(prototype, 'clearRect')?.value as (
      ...box: number[]
    ) => void;
    prototype.clearRect = function (...box) {
      if (this.canvas.closest('.uplot')) globalThis.counts.charts += 1;
      clear.apply(this, box);
    };
  });
}

/** What was counted while it was done. */
async function during(page: Page, work: () => Promise<void>): Promise<Counts> {
  await page.waitForTimeout(500); // what is under way ends
  await page.evaluate(() => (globalThis.counts = { renders: {}, charts: 0 }));
  await work();
  await page.waitForTimeout(300);
  return page.evaluate(() => globalThis.counts);
}

/** Draws with so many moves of the pointer, as a person would: each is an event of its own. */
async function scribble(page: Page, moves: number): Promise<void> {
  const box = await page.getByLabel('Drawing pad').boundingBox();
  if (!box) throw new Error('no pad');
  const at = (i: number) => {
    const turn = (2 * Math.PI * i) / moves;
    return [
      box.x + box.width * (0.5 + 0.3 * Math.cos(turn)),
      box.y + box.height * (0.5 + 0.3 * Math.sin(turn)),
    ] as const;
  };
  await page.mouse.move(...at(0));
  await page.mouse.down();
  for (let i = 1; i <= moves; i += 1) await page.mouse.move(...at(i));
  await page.mouse.up();
}

/** All that may be rendered for a drawing: the pad, the answer, and what shows the drawing. */
const OF_A_DRAWING = [
  'mlp-drawing-pad',
  'mlp-prediction-view',
  'mlp-probability-list',
  'mlp-correction',
  'mlp-digit-choice',
  'mlp-digit-image',
];

/** All that may be rendered while it trains: what shows how far it is, and its figures. */
const OF_THE_RUN = [
  'mlp-run-progress',
  'mlp-run-charts',
  'mlp-line-chart',
  'mlp-chart-toolbar',
  'mlp-chart-readout',
  'mlp-epoch-table',
  'mlp-test-accuracy',
];

test('a pointer move on the pad renders what shows the drawing, and no chart', async ({
  page,
  watched,
}) => {
  await count(page);
  await watched.open();
  await setField(page, 'Epochs', '1');
  await trainToTheEnd(page, 1);
  const { renders, charts } = await during(page, () => scribble(page, 120));
  test.info().annotations.push({ type: 'counted', description: JSON.stringify(renders) });
  expect(charts).toBe(0);
  // What tells of new versions begins its work in its own time, once.
  delete renders['mlp-offline'];
  expect(Object.keys(renders).filter((tag) => !OF_A_DRAWING.includes(tag))).toEqual([]);
  // It was drawn, and answered, at most once a frame.
  expect(renders['mlp-drawing-pad']).toBeGreaterThan(20);
  expect(renders['mlp-prediction-view']).toBeGreaterThan(0);
});

test('a progress message renders what shows progress', async ({ page, watched }) => {
  await count(page);
  await watched.open();
  await setField(page, 'Epochs', '400');
  await expect(page.getByText(/images to train on/)).toBeVisible();
  await train(page).click();
  // The tools of the charts come with the first epoch.
  await expect(page.getByRole('button', { name: 'Save the chart' })).toHaveCount(2);
  const { renders } = await during(page, () => page.waitForTimeout(1500));
  await pause(page).click();
  test.info().annotations.push({ type: 'counted', description: JSON.stringify(renders) });
  expect(renders['mlp-run-progress']).toBeGreaterThan(2);
  expect(Object.keys(renders).filter((tag) => !OF_THE_RUN.includes(tag))).toEqual([]);
});
