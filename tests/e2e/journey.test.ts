// SPDX-License-Identifier: MIT
// A network's whole way, with the network cut off: trained in the page, trained on by PyTorch in two
// processes, opened again, shown ten drawings, and run by others with the same answers.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import {
  best,
  furthest,
  mnistInto,
  open,
  type Read,
  readDrawing,
  runC,
  runLibrary,
  runOnnx,
  save,
} from './journey-under-test.ts';
import { cached, keptOffline } from './offline-under-test.ts';
import { accuracy, expect, prediction, rows, test, train } from './page-under-test.ts';
import { show } from './runs-under-test.ts';
import { DIST, hasMnist, serve } from './static-site.ts';
import { draw, drawings, SEVEN } from './strokes.ts';

const LINK = 'v=1&layers=784-64-10&epochs=1&batch=128&rate=0.002&optimizer=adam';

/** Where the ten are not beside the checkout: the same digit, leaning more and more. */
const SEVENS = Array.from({ length: 10 }, (_, i) => ({
  label: 7,
  strokes: SEVEN.strokes.map((stroke) => stroke.map((x, k) => (k < 4 ? x : x + (k === 4 ? i : 0)))),
}));

/** Goes on in PyTorch, in two processes; null, with a word, where the machine has none. */
async function continued(folder: string, zip: Uint8Array): Promise<string | null> {
  const { TORCH, trainPy } = await import('../web/formats/documents/train-py.ts');
  const { unpackInto } = await import('../web/formats/documents/run.ts');
  const files = unpackInto(folder, zip);
  expect(files).toEqual(expect.arrayContaining(['model.safetensors', 'settings.json', 'train.py']));
  if (TORCH === '') return null;
  mnistInto(folder);
  const said = await trainPy(folder, 2, ['.', '--epochs', '1']);
  tell('two processes of PyTorch', said.trim().replace(/\n/g, '; '));
  return said;
}

function tell(what: string, figures: string): void {
  test.info().annotations.push({ type: what, description: figures });
  // eslint-disable-next-line no-console -- the figures are what one wants to see
  console.info(`${what}: ${figures}`);
}

/** The page of its own, from the disk: the same answers to the same pens. */
async function asFile(
  context: BrowserContext,
  path: string,
  drawn: readonly { strokes: readonly (readonly number[])[] }[],
): Promise<string[]> {
  const file = await context.newPage();
  await file.goto(pathToFileURL(path).href);
  const answers: string[] = [];
  for (const drawing of drawn) {
    await expect(prediction(file)).toHaveText('draw a digit');
    await draw(file, drawing);
    await expect(prediction(file)).toHaveText(/^\d$/);
    answers.push(await prediction(file).innerText());
    await file.getByRole('button', { name: 'Clear', exact: true }).click();
  }
  await file.close();
  return answers;
}

/** After the first visit, with the host gone and the browser offline. */
async function cutOff(page: Page, context: BrowserContext, openPage: (url: string) => unknown) {
  const site = await serve(DIST);
  await openPage(`${site.url}?${LINK}`);
  await keptOffline(page);
  await expect.poll(async () => (await cached(page)).models).toEqual(['models/index.json']);
  site.close();
  await context.setOffline(true);
  await openPage(`${site.url}?${LINK}`);
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
}

test('trained, continued by two processes, opened, read, and run by others, offline', async ({
  page,
  context,
  watched,
}) => {
  test.skip(!hasMnist(), 'the page was built without MNIST, which train.py goes on with');
  const folder = mkdtempSync(join(tmpdir(), 'mlp-journey-'));
  await cutOff(page, context, watched.open);
  // On all of the images: the same network each time.
  await expect(page.getByText('60,000 images to train on, 10,000 to test')).toBeVisible();
  await train(page).click();
  await expect(rows(page)).toHaveCount(1, { timeout: 60_000 });
  await expect(train(page)).toBeVisible();
  tell('after an epoch in the page', await accuracy(page).innerText());

  await show(page, 'Models');
  await expect(page.getByRole('alert')).toHaveCount(0); // the list of the site's models is kept too
  const first = await save(page, 'safetensors');
  const said = await continued(folder, await save(page, 'continue'));
  if (said === null) {
    tell('left out', 'no Python with torch here: what the page saved is opened as it is');
    writeFileSync(join(folder, 'model-trained.safetensors'), first);
  }
  tell('opened again', await open(page, join(folder, 'model-trained.safetensors')));

  const drawn = drawings(1) ?? SEVENS;
  const read: Read[] = [];
  for (const drawing of drawn) read.push(await readDrawing(page, drawing));
  expect(read).toHaveLength(10);
  const images = read.map(({ image }) => image);
  const bars = read.map(({ probabilities }) => probabilities);
  tell(
    'ten drawings',
    read
      .map(({ answer, probabilities }, i) => {
        expect(answer).toBe(String(best(probabilities)));
        return `${drawn[i]?.label}: ${answer} (${Math.max(...probabilities).toFixed(4)})`;
      })
      .join(', '),
  );

  await show(page, 'Models');
  const file = await save(page, 'safetensors');
  const onnx = await save(page, 'onnx');
  const header = await save(page, 'c');
  const html = join(folder, 'model.html');
  writeFileSync(html, await save(page, 'html'));

  const exact = await runLibrary(file, images);
  const others = {
    'the page, by its bars': bars,
    'onnxruntime-web': await runOnnx(onnx, images),
    'the C program': await runC(folder, header, images),
  };
  for (const [who, answers] of Object.entries(others)) {
    if (answers === null) {
      tell('left out', 'there is no C compiler here');
      continue;
    }
    const dp = furthest(exact, answers);
    tell(who, `max |dp| ${dp.toExponential(1)} of ten drawings, against the library in Node`);
    expect(answers.map(best)).toEqual(exact.map(best));
    expect(dp).toBeLessThan(1e-5);
    expect(furthest(bars, answers)).toBeLessThan(1e-5);
  }
  expect(await asFile(context, html, drawn)).toEqual(read.map(({ answer }) => answer));
  rmSync(folder, { recursive: true });
});
