// SPDX-License-Identifier: MIT
// The view 'Models' as a person handles it.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { createTrainer } from '../../build/package/index.js';
import { zipOf } from '../../web/src/lib/formats/zip-writer.ts';
import type { NamedBytes } from './own-data-under-test.ts';
import { expect, ready } from './page-under-test.ts';
import { show } from './runs-under-test.ts';
import { draw, SEVEN } from './strokes.ts';

/** Two epochs in a moment. */
export const LINK = '?v=1&data=generated&layers=784-32-10&epochs=2&images=3000';

/** Every form, as the list of the view calls it, and how the file's name ends. */
export const FORMS: readonly (readonly [string, string])[] = [
  ['safetensors', '.safetensors'],
  ['ONNX', '.onnx'],
  ['PyTorch state dict (.pt)', '.pt'],
  ['NumPy arrays (.npz)', '.npz'],
  ['JSON', '.json'],
  ['C header', '.h'],
  ['web page in one file', '.html'],
  ['code: NumPy', '.zip'],
  ['code: PyTorch', '.zip'],
  ['code: Keras', '.zip'],
  ['code: C++ (Eigen)', '.zip'],
  ['continue in PyTorch (.zip)', '.zip'],
];

export const problem = (page: Page) => page.locator('mlp-models').getByRole('alert');
export const models = (page: Page) =>
  page.getByRole('list', { name: 'Kept models' }).getByRole('listitem');
export const question = (page: Page) => page.getByRole('region', { name: /does not say$/ });

/** Another page of the browser, or of another. */
export async function visit(page: Page, url: string): Promise<Page> {
  await page.goto(url);
  await ready(page);
  return page;
}

/** Presses `Save model`, or the button of a kept one. */
export async function save(page: Page, form: string, name = 'Save model'): Promise<NamedBytes> {
  await show(page, 'Models');
  await page.getByRole('combobox', { name: 'as', exact: true }).selectOption(form);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const file = await download;
  const bytes = Uint8Array.from(readFileSync(await file.path()));
  return { name: file.suggestedFilename(), bytes };
}

/** Chooses a file by `Open model`. */
export async function open(page: Page, { name, bytes }: NamedBytes): Promise<void> {
  await show(page, 'Models');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open model', exact: true }).click();
  const buffer = Buffer.from(bytes);
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** What the page says once a file is open. */
export const opened = (page: Page, name: string) => page.getByText(`‘${name}’ is open`);

/** The probabilities of a drawing, as the page shows them. */
export async function reading(page: Page, strokes: typeof SEVEN = SEVEN): Promise<string> {
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  if (await clear.isEnabled()) await clear.click();
  await draw(page, strokes);
  await expect(page.getByRole('status', { name: 'Prediction' })).not.toContainText('draw a');
  // Each stroke is read as it comes: the answer to the last one stays.
  const list = page.getByRole('list', { name: 'Probabilities' });
  let text = '';
  await expect(async () => {
    const before = text;
    text = await list.innerText();
    expect(text).toBe(before);
  }).toPass({ intervals: [400] });
  return text;
}

/** A file of the library: of this size, updated a few times. */
export async function fileOf(
  layers: readonly number[],
  notes: { readonly name: string; readonly classes?: readonly string[] } = { name: '' },
): Promise<Uint8Array> {
  const trainer = await createTrainer({ layers, seed: 3 });
  const bytes = await trainer.export('safetensors', { notes });
  trainer.dispose();
  return bytes;
}

/** An array as numpy.save() writes it: float32, row by row. */
function npy(shape: readonly number[], values: Float32Array): Uint8Array {
  const head = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`;
  const padded = head.padEnd(64 * Math.ceil((head.length + 11) / 64) - 11) + '\n';
  const bytes = new Uint8Array(10 + padded.length + values.byteLength);
  bytes.set([0x93, ...Buffer.from('NUMPY'), 1, 0, padded.length & 255, padded.length >> 8]);
  bytes.set(Buffer.from(padded), 10);
  bytes.set(new Uint8Array(values.buffer), 10 + padded.length);
  return bytes;
}

/** numpy.savez() of Keras' names and layout, (n_{l-1}, n_l), with weights of no meaning. */
export function kerasFile(layers: readonly number[]): NamedBytes {
  const wave = (length: number): Float32Array =>
    Float32Array.from({ length }, (_, i) => Math.sin(i * 1.7) / 20);
  const arrays = layers.slice(1).flatMap((units, l) => {
    const [before = 1, name] = [layers[l], l === 0 ? 'dense' : `dense_${l}`];
    return [
      [`${name}/kernel:0.npy`, npy([before, units], wave(before * units))] as const,
      [`${name}/bias:0.npy`, npy([units], wave(units))] as const,
    ];
  });
  return { name: 'keras.npz', bytes: zipOf(Object.fromEntries(arrays), { store: true }) };
}

export const fixture = (name: string): NamedBytes => ({
  name,
  bytes: Uint8Array.from(readFileSync(new URL(`../fixtures/models/${name}`, import.meta.url))),
});
