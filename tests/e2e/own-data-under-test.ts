// SPDX-License-Identifier: MIT
// The panel 'Own data' as a person handles it.
import type { Page } from '@playwright/test';
import { expect } from './page-under-test.ts';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const panel = (page: Page) => page.getByRole('dialog', { name: 'Own data' });
export const use = (page: Page) => page.getByRole('button', { name: 'Use this data' });
export const layers = (page: Page) => page.locator('summary').filter({ hasText: 'Layers:' });

/** What was read is to be used. */
export async function accept(page: Page): Promise<void> {
  await use(page).click();
  await expect(panel(page)).toBeHidden();
}

/** Drops files as a person does with the mouse. */
export async function drop(page: Page, files: readonly NamedBytes[]): Promise<void> {
  const packed = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  await page.evaluate(async (all) => {
    // What takes it comes after the page can train; no hand is so quick.
    await customElements.whenDefined('mlp-drop-zone');
    const dataTransfer = new DataTransfer();
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name));
    }
    const on = document.querySelector('mlp-scratchpad') ?? document.body;
    for (const type of ['dragover', 'drop']) {
      on.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
      );
    }
  }, packed);
}
