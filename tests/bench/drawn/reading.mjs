// SPDX-License-Identifier: MIT
// What a network makes of drawings, and how that is counted.
import { mean } from '../lib/statistics.mjs';

/** The place of the largest; the first of several, as the page has it. */
export const largest = (values) => values.indexOf(Math.max(...values));

const toReading = (drawing, { image, probabilities }) => {
  const answer = probabilities.length === 0 ? -1 : largest(probabilities);
  const { id, label, writer } = drawing;
  return {
    ...{ id, label, writer, image, answer },
    probability: probabilities[answer] ?? 0,
    ofLabel: probabilities[label] ?? 0,
    right: answer === label,
  };
};

/** Each drawing as read on the pad: by Trainer.read(). */
export async function readAll(trainer, drawings, options) {
  const readings = [];
  for (const drawing of drawings) {
    readings.push(toReading(drawing, await trainer.read(drawing.strokes, options)));
  }
  return readings;
}

/** The same, with the images changed before they are shown to the network. */
export async function readChanged(trainer, readings, change) {
  const images = new Uint8Array(readings.length * 784);
  readings.forEach(({ image }, i) => images.set(change(image), i * 784));
  const all = await trainer.predict(images);
  const classes = all.length / readings.length;
  return readings.map((reading, i) => {
    const probabilities = all.slice(i * classes, (i + 1) * classes);
    return toReading(reading, { image: images.slice(i * 784, (i + 1) * 784), probabilities });
  });
}

export const accuracyOf = (readings) => mean(readings.map(({ right }) => Number(right)));

/** {key: accuracy}, in the order of the keys. */
export function accuracyBy(readings, keyOf) {
  const groups = Map.groupBy
    ? Map.groupBy(readings, keyOf)
    : readings.reduce((map, one) => {
        const key = keyOf(one);
        return map.set(key, [...(map.get(key) ?? []), one]);
      }, new Map());
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return Object.fromEntries(sorted.map(([key, some]) => [key, accuracyOf(some)]));
}

/** confusion[label][answer]: how many. */
export function confusionOf(readings) {
  const confusion = Array.from({ length: 10 }, () => new Array(10).fill(0));
  for (const { label, answer } of readings) if (answer >= 0) confusion[label][answer] += 1;
  return confusion;
}

/** The misread ones, the surest mistake first. */
export const worstOf = (readings) =>
  readings
    .filter(({ right }) => !right)
    .sort((a, b) => a.ofLabel - a.probability - (b.ofLabel - b.probability));
