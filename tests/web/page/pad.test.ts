// SPDX-License-Identifier: MIT
// What is on the pad, and how the network reads it.
import { expect, test, vi } from 'vitest';
import { A_STROKE, AN_IMAGE, openPage, settled } from './fake-page.ts';
import { fault } from './fake-trainer.ts';

test('one reading is in flight, and the latest drawing wins', async () => {
  const page = await openPage();
  page.trainer.hold('read');
  page.lab.draw([A_STROKE]);
  await settled();
  page.lab.draw([A_STROKE, A_STROKE]);
  page.lab.draw([A_STROKE, A_STROKE, A_STROKE]);
  await settled();
  expect(page.trainer.count('read')).toBe(1);
  page.trainer.letGo('read');
  await settled();
  expect(page.trainer.count('read')).toBe(2);
  expect(page.state.drawn?.strokes).toHaveLength(3);
});

test('a reading that comes after Clear is dropped', async () => {
  const page = await openPage();
  page.trainer.hold('read');
  page.lab.draw([A_STROKE]);
  await settled();
  page.lab.draw([]);
  page.trainer.letGo('read');
  await settled();
  expect(page.state).toMatchObject({ reading: null, drawn: null });
});

test('so it is when another drawing has been begun', async () => {
  const page = await openPage();
  page.trainer.hold('read');
  page.lab.draw([A_STROKE]);
  await settled();
  page.lab.draw([]);
  page.lab.draw([A_STROKE]);
  page.trainer.letGo('read');
  page.trainer.hold('read');
  await settled();
  expect(page.state.reading).toBeNull();
  page.trainer.letGo('read');
  await settled();
  expect(page.state.reading).not.toBeNull();
});

test('and when an image of the data took its place', async () => {
  const page = await openPage();
  page.trainer.hold('read', 'predict');
  page.lab.draw([A_STROKE]);
  await settled();
  page.lab.showImage(AN_IMAGE);
  page.trainer.letGo('read');
  await settled();
  expect(page.state).toMatchObject({ reading: null, drawn: null, padImage: AN_IMAGE });
  page.trainer.letGo('predict');
  await settled();
  expect(page.state.reading?.image).toBe(AN_IMAGE.image);
  // Its number is one of the data that goes.
  void page.lab.chooseData('generated');
  await settled();
  expect(page.state).toMatchObject({ padImage: null, reading: null });
});

test('a reading that fails is said, and the next is asked for', async () => {
  const page = await openPage();
  page.trainer.fail('read', fault('badState', 'Not now.'));
  page.lab.draw([A_STROKE]);
  await settled();
  expect(page.notice).toBe('Not now.');
  page.lab.draw([A_STROKE, A_STROKE]);
  await settled();
  expect(page.state.reading).not.toBeNull();
});

test('nothing is read while other networks are at work; afterwards what is there is', async () => {
  const page = await openPage();
  let end = (): void => undefined;
  const sweep = page.lab.services.exclusively(
    'sweep',
    () => new Promise((resolve) => (end = resolve)),
  );
  await settled();
  page.lab.draw([A_STROKE]);
  await settled();
  expect(page.trainer.count('read')).toBe(0);
  end();
  await sweep;
  await settled();
  expect(page.trainer.count('read')).toBe(1);
});

test('while it trains the same drawing is read again, five times a second at most', async () => {
  const page = await openPage();
  page.lab.draw([A_STROKE]);
  await settled();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await page.begin();
  for (let i = 0; i < 20; i += 1) page.trainer.progress();
  await settled();
  expect(page.trainer.count('read')).toBe(1);
  vi.advanceTimersByTime(200);
  await settled();
  expect(page.trainer.count('read')).toBe(2);
  expect(page.state.reading?.probabilities[0]).toBe(21);
});

test('a drawing is read again when it is to be set upright', async () => {
  const page = await openPage();
  page.lab.draw([A_STROKE]);
  await settled();
  page.lab.setDeskew(true);
  await settled();
  expect(page.trainer.calls.slice(-2)).toEqual(['read', 'read deskewed']);
});
