// SPDX-License-Identifier: MIT
// What a network goes through outside the page: PyTorch, onnxruntime-web, a C compiler, a disk; and
// what the page is asked before and after.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Drawing } from './strokes.ts';
import { draw } from './strokes.ts';
import { expect, prediction } from './page-under-test.ts';
import { button } from './runs-under-test.ts';
import { DIST } from './static-site.ts';

/** What a reader of images answers: the image's probabilities, one list for each. */
export type Answers = readonly (readonly number[])[];

/** One drawing as the page read it. */
export interface Read {
  /** What stood as the prediction. */
  readonly answer: string;
  /** The pixels that the network saw. */
  readonly image: Uint8Array;
  /** Of each digit, as wide as its bar: exact to 5e-7, which is how the browser rounds a width. */
  readonly probabilities: readonly number[];
}

export const best = (row: readonly number[]): number => row.indexOf(Math.max(...row));

/** The largest difference of any probability; NaN where one of them is missing. */
export const furthest = (a: Answers, b: Answers): number =>
  Math.max(...a.flatMap((row, i) => row.map((p, k) => Math.abs(p - (b[i]?.[k] ?? NaN)))));

const rowsOf = (numbers: ArrayLike<number>, outputs: number): number[][] =>
  Array.from({ length: numbers.length / outputs }, (_, i) =>
    Array.from({ length: outputs }, (__, k) => numbers[outputs * i + k] ?? NaN),
  );

/** Saves the page's network in a form, as the view 'Models' calls it. @returns the file's bytes */
export async function save(page: Page, form: string): Promise<Uint8Array> {
  await page.getByRole('combobox', { name: 'As' }).selectOption(form);
  const coming = page.waitForEvent('download');
  await button(page, 'Save model').click();
  return new Uint8Array(readFileSync(await (await coming).path()));
}

/** Opens a file of the disk by the button, and waits until the page says how well it answers. */
export async function open(page: Page, path: string): Promise<string> {
  const choosing = page.waitForEvent('filechooser');
  await button(page, 'Open model').click();
  await (await choosing).setFiles(path);
  const opened = page.getByText(/is open: [\d.]+ % of the test images/);
  await expect(opened).toBeVisible();
  return opened.innerText();
}

async function shown(page: Page): Promise<Read> {
  const image = await page
    .locator('mlp-prediction-view mlp-digit-image')
    .evaluate((element) => [...((element as unknown as { image: Uint8Array | null }).image ?? [])]);
  const bars = page.getByRole('list', { name: 'Probabilities' }).locator('.filled');
  const widths = await bars.evaluateAll((all) =>
    all.map((bar) => parseFloat((bar as HTMLElement).style.width)),
  );
  return {
    answer: await prediction(page).innerText(),
    image: Uint8Array.from(image),
    probabilities: widths.map((width) => width / 100),
  };
}

/** Draws on an empty pad, waits until the last stroke has been read, and clears the pad. */
export async function readDrawing(page: Page, drawing: Pick<Drawing, 'strokes'>): Promise<Read> {
  await draw(page, drawing);
  await expect(prediction(page)).toHaveText(/^\d$/);
  let read = await shown(page);
  await expect(async () => {
    const before = read;
    await page.waitForTimeout(150);
    read = await shown(page);
    expect(read).toEqual(before);
  }).toPass();
  await button(page, 'Clear').click();
  await expect(prediction(page)).toHaveText(/draw a digit/);
  return read;
}

/** The data that the page was built with, as MNIST's files are called. */
export function mnistInto(folder: string): void {
  for (const [own, name] of [
    ['train-images', 'train-images-idx3-ubyte'],
    ['train-labels', 'train-labels-idx1-ubyte'],
    ['t10k-images', 't10k-images-idx3-ubyte'],
    ['t10k-labels', 't10k-labels-idx1-ubyte'],
  ] as const) {
    copyFileSync(join(DIST, `data/${own}.bin`), join(folder, `${name}.gz`));
  }
}

/** What onnxruntime-web answers, given bytes as floats 0 ... 255. */
export async function runOnnx(bytes: Uint8Array, images: readonly Uint8Array[]): Promise<Answers> {
  const { InferenceSession, Tensor } = await import('onnxruntime-web');
  const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  const all = Float32Array.from(images.flatMap((image) => [...image]));
  const pixels = new Tensor('float32', all, [images.length, all.length / images.length]);
  const { probabilities } = await session.run({ pixels });
  return rowsOf(probabilities?.data as Float32Array, 10);
}

const MAIN = `
#include <stdio.h>
#include "model.h"
int main(void) {
  unsigned char pixels[MLP_PIXELS];
  float p[MLP_OUTPUTS];
  if (!mlp_test()) return 1;
  while (fread(pixels, 1, MLP_PIXELS, stdin) == MLP_PIXELS) {
    printf("%d", predict(pixels, p));
    for (int k = 0; k < MLP_OUTPUTS; ++k) printf(" %.9g", (double)p[k]);
    printf("\\n");
  }
  return 0;
}
`;

/**
 * What a program with the header answers, built without a warning; null, where there is no compiler.
 * Its own test has to pass, and its predict() has to name the digit of the largest probability.
 */
export async function runC(
  folder: string,
  header: Uint8Array,
  images: readonly Uint8Array[],
): Promise<Answers | null> {
  const { C_COMPILER, numbersIn, run } = await import('../web/formats/documents/run.ts');
  if (C_COMPILER === null) return null;
  writeFileSync(join(folder, 'model.h'), header);
  writeFileSync(join(folder, 'main.c'), MAIN);
  writeFileSync(join(folder, 'images.bin'), Buffer.concat(images));
  const strict = ['-std=c99', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-O2'];
  run(folder, C_COMPILER, [...strict, 'main.c', '-o', 'main', '-lm']);
  const lines = numbersIn(run(folder, '/bin/sh', ['-c', './main < images.bin']));
  for (const [answer, ...row] of lines) expect(answer).toBe(best(row));
  return lines.map(([, ...row]) => row);
}

/** What the library in Node answers with a file of the page. */
export async function runLibrary(
  file: Uint8Array,
  images: readonly Uint8Array[],
): Promise<Answers> {
  const { createTrainer, openModel } = await import('../../build/package/index.js');
  const trainer = await createTrainer(await openModel(file));
  const all = Uint8Array.from(images.flatMap((image) => [...image]));
  const answers = rowsOf(await trainer.predict(all), 10);
  trainer.dispose();
  return answers;
}
