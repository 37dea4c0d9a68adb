// SPDX-License-Identifier: MIT
// What the service worker has kept of the page, and newer versions of it to deploy.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from './page-under-test.ts';
import { hasMnist } from './static-site.ts';

/** The paths of what is kept, by the names of the caches without the folder. */
export type Caches = Readonly<Record<string, readonly string[]>>;

export const cached = (page: Page): Promise<Caches> =>
  page.evaluate(async () => {
    const folder = new URL('./', location.href).href;
    const all: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const urls = (await (await caches.open(name)).keys()).map(({ url }) => url);
      all[name.split(' ').slice(2).join(' ')] = urls.map((url) => url.slice(folder.length));
    }
    return all;
  });

export const programs = (all: Caches): string[] =>
  Object.keys(all).filter((name) => name.startsWith('program '));

/** The names of the compiled modules that are kept, without hashes. */
export const modules = ({ modules = [] }: Caches): string[] =>
  modules.flatMap((path) => /assets\/(.+)-[\w-]{8}\.wasm$/.exec(path)?.[1] ?? []);

/** Waits until all is kept that the page needs without its host. */
export async function keptOffline(page: Page): Promise<void> {
  const files = hasMnist() ? 5 : 1;
  await expect
    .poll(
      async () => {
        const all = await cached(page);
        const program = programs(all).some((name) => all[name]?.includes('index.html'));
        return { program, modules: modules(all).length > 0, data: all.data?.length };
      },
      { timeout: 60_000 },
    )
    .toEqual({ program: true, modules: true, data: files });
}

/** Text of the page's foot, by which a version is told from another. */
const FOOT = 'Everything runs in this tab';

/**
 * Puts another version in the place of the one in a folder, as a build of changed sources would: each
 * script and module has another name, none of the old ones is left, and the foot says `mark`.
 */
export function deploy(folder: string, mark: string): void {
  const assets = join(folder, 'assets');
  // As long as a hash, and different for each mark.
  const hash = `${mark.slice(-1)}_`;
  const renamed = readdirSync(assets).map((file): [string, string] => [
    file,
    file.replace(/-..([\w-]{6}\.\w+)$/, `-${hash}$1`),
  ]);
  const texts = ['index.html', 'isolate.js', 'mlp-scratchpad.js'].map((name) => join(folder, name));
  for (const [file, name] of renamed) {
    renameSync(join(assets, file), join(assets, name));
    if (name.endsWith('.js')) texts.push(join(assets, name));
  }
  for (const path of texts) {
    let text = readFileSync(path, 'utf8');
    for (const [file, name] of renamed) text = text.replaceAll(file, name);
    writeFileSync(
      path,
      text.replaceAll(/(Everything|Version \w+) runs in this tab/g, `${mark} runs in this tab`),
    );
  }
}

/** The foot of a version: of the built one, or of one that was deployed with a mark. */
export const foot = (page: Page, mark?: string) =>
  page.getByText(mark === undefined ? FOOT : `${mark} runs in this tab`);

/** Has the browser look for another version, as it does by itself at each start. */
export const lookForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
