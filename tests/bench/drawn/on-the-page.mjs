// SPDX-License-Identifier: MIT
// Drawings on the pad of the built page, by real pointer events in Chromium: whether the page
// answers what the library answers in Node to the same strokes.
import { UserError } from '../../../scripts/lib/log.mjs';
import { openBrowser } from '../lib/browser.mjs';
import { largest } from './reading.mjs';

/** The settings of the presets as the page's link has them (web/src/page/model/link/keys.ts). */
const KEYS = {
  batchSize: 'batch',
  learningRate: 'rate',
  epochs: 'epochs',
  optimizer: 'optimizer',
  schedule: 'schedule',
  warmUp: 'warmup',
  dropout: 'dropout',
  shift: 'shift',
  scale: 'resize',
  rotation: 'rotation',
  shear: 'shear',
  elastic: 'elastic',
  elasticSigma: 'elasticsigma',
  thickness: 'thickness',
  otherHands: 'otherhands',
  averaging: 'averaging',
  averagingDecay: 'averagingdecay',
};

function linkOf(layers, { training, seed }) {
  const unknown = Object.keys(training).find((name) => !(name in KEYS) && training[name]);
  if (unknown) throw new UserError(`The page's link of this benchmark has no key for ${unknown}.`);
  const fields = Object.entries(KEYS)
    .filter(([name]) => training[name] !== undefined)
    .map(([name, key]) => `${key}=${training[name]}`);
  return `?v=1&data=mnist&layers=${layers.join('-')}&seed=${seed}&${fields.join('&')}&train`;
}

/** Draws in the middle of the pad, as large as 0.7 of it. */
async function draw(page, box, strokes) {
  const xs = strokes.flatMap((stroke) => stroke.filter((_, i) => i % 2 === 0));
  const ys = strokes.flatMap((stroke) => stroke.filter((_, i) => i % 2 === 1));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = (0.7 * box.width) / Math.max(width, height, 1);
  const place = (x, y) => [
    box.x + box.width / 2 + scale * (x - left - width / 2),
    box.y + box.height / 2 + scale * (y - top - height / 2),
  ];
  for (const stroke of strokes) {
    for (let i = 0; i < stroke.length; i += 2) {
      await page.mouse.move(...place(stroke[i], stroke[i + 1]));
      if (i === 0) await page.mouse.down();
    }
    await page.mouse.up();
  }
}

/** Two frames for what is on the pad to be read, and the time of a reading and more. */
const settled = (page) =>
  page.evaluate(
    () =>
      new Promise((done) =>
        globalThis.requestAnimationFrame(() =>
          globalThis.requestAnimationFrame(() => setTimeout(done, 60)),
        ),
      ),
  );

/**
 * Trains the page with the same settings, draws on its pad, and has the library read the points that
 * the pad took.
 * @param trainer in Node, of the same settings and seed on MNIST alone
 * @returns {browser, drawn, right, inNode: right ones there, differing: [{id, page, node}]}
 */
export async function readOnThePage({ layers, settings, trainer, drawings, onDrawn }) {
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      globalThis.addEventListener('mlp-strokes', ({ detail }) => (globalThis.strokes = detail));
    });
    await page.goto(`${browser.url}/dist/${linkOf(layers, settings)}`);
    await page.waitForFunction(
      (epochs) => {
        const find = (root) =>
          [...root.querySelectorAll('*')].reduce(
            (found, element) =>
              found ??
              (element.localName === 'table' && element.rows.length > epochs
                ? element
                : element.shadowRoot && find(element.shadowRoot)) ??
              undefined,
            undefined,
          );
        return Boolean(find(document));
      },
      settings.training.epochs,
      { timeout: 300_000 },
    );
    const pad = page.getByLabel('Drawing pad', { exact: true });
    const prediction = page.getByRole('status', { name: 'Prediction' });
    const clear = page.getByRole('button', { name: 'Clear', exact: true });
    await page.getByRole('button', { name: 'Train', exact: true }).waitFor();
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    const differing = [];
    let [right, inNode] = [0, 0];
    for (const { id, label, strokes } of drawings) {
      await draw(page, box, strokes);
      await settled(page);
      const onPage = Number((await prediction.innerText()).trim());
      const points = await page.evaluate(() => globalThis.strokes.map((one) => [...one]));
      const { probabilities } = await trainer.read(points);
      const node = largest(probabilities);
      right += Number(onPage === label);
      inNode += Number(node === label);
      if (onPage !== node) differing.push({ id, page: onPage, node });
      await clear.click();
      onDrawn?.();
    }
    return { browser: browser.version, drawn: drawings.length, right, inNode, differing };
  } finally {
    await browser.close();
  }
}
