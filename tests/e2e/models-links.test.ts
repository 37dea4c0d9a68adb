// SPDX-License-Identifier: MIT
// A trained network by a link: of the site itself, of its list, and of another host.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { contentSecurityPolicy } from '../../web/policy.ts';
import { fileOf, opened, problem } from './models-under-test.ts';
import { expect, test } from './page-under-test.ts';
import { show } from './runs-under-test.ts';
import { copySite, serve, type Site } from './static-site.ts';

const question = (page: Page) => page.getByRole('region', { name: 'A model from another host' });
const QUERY = '?v=1&data=generated&layers=784-32-10&model=';

let discard: () => void = () => undefined;
let folder = '';
let site: Site;
let other: Site;

test.beforeAll(async () => {
  ({ folder, discard } = copySite());
  mkdirSync(join(folder, 'models'), { recursive: true });
  const bytes = await fileOf([784, 12, 10], { name: 'for the lesson' });
  writeFileSync(join(folder, 'models/x.safetensors'), bytes);
  const list = [{ file: 'x.safetensors', name: 'Lesson 1', note: 'of one hidden layer' }, null, {}];
  writeFileSync(join(folder, 'models/index.json'), JSON.stringify(list));
  site = await serve(folder);
  other = await serve(folder, { cors: true });
});

test.afterAll(() => {
  site.close();
  other.close();
  discard();
});

test('of the same site it opens at once', async ({ page, watched }) => {
  await watched.open(`${site.url}${QUERY}models/x.safetensors`);
  await expect(opened(page, 'for the lesson')).toBeVisible();
  await expect(page).toHaveURL(/layers=784-12-10.*#train$/);
  // By then the address is that of its settings, and the network is kept.
  await page.reload();
  await expect(page.getByText('for the lesson is back')).toBeVisible({ timeout: 60_000 });
});

test('one that is not there says so', async ({ page, watched }) => {
  await watched.open(`${site.url}${QUERY}models/y.safetensors`);
  await expect(problem(page)).toContainText(
    'y.safetensors could not be fetched: the host answered 404',
  );
  await expect(page.getByRole('alert')).toHaveCount(1);
  watched.complaints.length = 0; // the browser's own word on the 404
});

test('the list of the site is offered', async ({ page, watched }) => {
  await watched.open(`${site.url}?v=1&data=generated`);
  await show(page, 'Models');
  const list = page.getByRole('list', { name: 'From this site' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('of one hidden layer');
  await list.getByRole('button', { name: 'Open Lesson 1' }).click();
  await expect(opened(page, 'for the lesson')).toBeVisible();
});

test('of another host it asks first; the strict policy refuses, and says what to do', async ({
  page,
  watched,
}) => {
  const asked = other.asked.length;
  await watched.open(`${site.url}${QUERY}${other.url}models/x.safetensors`);
  await expect(question(page)).toContainText(other.url);
  await page.waitForTimeout(500);
  expect(other.asked.length).toBe(asked);
  await question(page)
    .getByRole('button', { name: /^Fetch from/ })
    .click();
  await expect(problem(page)).toContainText(/policy lets the page fetch from its own host only/);
  expect(other.asked.length).toBe(asked);
  watched.complaints.length = 0; // the browser's own word on the policy
});

test('where the build allows that host it opens, and “Do not fetch” leaves it', async ({
  page,
  watched,
}) => {
  const { folder: copy, discard: discardCopy } = copySite();
  const { origin } = new URL(other.url);
  const policy = contentSecurityPolicy(origin);
  // As MLP_CONNECT has it built.
  const index = readFileSync(join(copy, 'index.html'), 'utf8').replaceAll('&#39;', "'");
  expect(index).toContain(`"${contentSecurityPolicy()}"`);
  writeFileSync(join(copy, 'index.html'), index.replace(contentSecurityPolicy(), policy));
  const allowing = await serve(copy, { policy });
  const link = `${allowing.url}${QUERY}${other.url}models/x.safetensors`;
  const asked = other.asked.length;
  await watched.open(link);
  await question(page).getByRole('button', { name: 'Do not fetch' }).click();
  await expect(question(page)).toHaveCount(0);
  expect(other.asked.length).toBe(asked);
  await watched.open(link);
  await expect(question(page)).toBeVisible();
  expect(other.asked.length).toBe(asked);
  await question(page)
    .getByRole('button', { name: /^Fetch from/ })
    .click();
  await expect(opened(page, 'for the lesson')).toBeVisible();
  expect(other.asked.slice(asked)).toEqual(['models/x.safetensors']);
  // The one request to another host.
  expect(watched.complaints).toEqual([`request to ${other.url}models/x.safetensors`]);
  watched.complaints.length = 0;
  allowing.close();
  discardCopy();
});
