// SPDX-License-Identifier: MIT
// 'Answers by several': what waits for it, and how it is stopped.
import {
  expect,
  pause,
  prediction,
  rows,
  setField,
  test,
  train,
  trainToTheEnd,
} from './page-under-test.ts';
import { button, show, small } from './runs-under-test.ts';
import { combobox } from './settings-under-test.ts';
import { draw, SEVEN } from './strokes.ts';
import { figures, tick, panel, open, answer } from './committee-under-test.ts';

test('what is drawn while networks answer is read when they have', async ({ page, watched }) => {
  await watched.open();
  await small(page, 1);
  await setField(page, 'Units of layer 1', '1500'); // so that they answer for a while
  await trainToTheEnd(page, 1);
  await open(page);
  await combobox(page, 'Shifted copies').selectOption('9');
  await button(page, 'Answer').click();
  await expect(page).toHaveTitle(/% · answers/);
  await show(page, 'Train');
  await draw(page, SEVEN);
  await expect(prediction(page)).toHaveText(/^\d$/, { timeout: 60_000 });
  await show(page, 'Runs');
  await expect(figures(page)).not.toContainText('–', { timeout: 60_000 });
});

test('answers can be stopped; the network of before is on the page, and a paused run goes on', async ({
  page,
  watched,
}) => {
  await watched.open();
  await small(page, 1);
  await setField(page, 'Units of layer 1', '400');
  await trainToTheEnd(page, 1);
  await button(page, 'Reset').click();
  await setField(page, 'Epochs', '12');
  await train(page).click();
  await open(page);
  await expect(panel(page)).toContainText('Pause the training first.');
  await pause(page).click();
  const paused = page.getByText(/^Paused in epoch/);
  await expect(paused).toBeVisible();
  // The network on the page alone: its run is not ended, and stays where it is.
  const at = await paused.innerText();
  await answer(page);
  await expect(paused).toHaveText(at);
  await tick(page, 'Run 1').check();
  await combobox(page, 'Shifted copies').selectOption('9');
  await button(page, 'Answer').click();
  await expect(train(page)).toBeDisabled();
  await expect(page).toHaveTitle(/% · answers/);
  await button(page, 'Stop').click();
  await expect(panel(page)).toContainText('Stopped. The network of before is on the page.');
  await expect(
    figures(page)
      .getByRole('row', { name: /^all together/ })
      .last(),
  ).toContainText('–');
  await show(page, 'Train');
  await trainToTheEnd(page, 12);
  await expect(rows(page)).toHaveCount(12);
});
