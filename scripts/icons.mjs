// SPDX-License-Identifier: MIT
// `node scripts/icons.mjs`: paints the icons of the installed page from the favicon, with Chromium.
// They are committed; run it when the favicon has changed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { main, note } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';

/** A mask may cut away all but a circle of 80 % of the width. */
const IN_MASK = 0.8;

const DEBIAN = '/usr/bin/chromium';

const ICONS = [
  { name: 'icon-192.png', size: 192, maskable: false },
  { name: 'icon-512.png', size: 512, maskable: false },
  { name: 'maskable-512.png', size: 512, maskable: true },
];

/** A mask cuts the corners itself, and what stands in the middle is smaller. */
function forMask(svg) {
  const number = /<path d="M8 8h15L13 26"[^>]*>/.exec(svg)?.[0];
  if (!number) throw new Error('the favicon has no 7 where scripts/icons.mjs looks for it');
  const smaller = `<g transform="translate(16 16) scale(${IN_MASK}) translate(-15.5 -17)">${number}</g>`;
  return svg.replace(/ rx="\d+"/, '').replace(number, smaller);
}

await main(async () => {
  const svg = readFileSync(inRoot('web/public/favicon.svg'), 'utf8');
  const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(DEBIAN) ? DEBIAN : undefined);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  for (const { name, size, maskable } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const image = (maskable ? forMask(svg) : svg).replace('<svg', `<svg width="${size}"`);
    await page.setContent(`<body style="margin: 0; line-height: 0">${image}`);
    const bytes = await page.screenshot({ omitBackground: true });
    writeFileSync(inRoot(`web/public/icons/${name}`), bytes);
    note(`web/public/icons/${name}, ${bytes.length} bytes`);
    await page.close();
  }
  await browser.close();
});
