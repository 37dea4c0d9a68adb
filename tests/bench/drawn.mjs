// SPDX-License-Identifier: MIT
// `npm run bench:drawn`: how well networks read what people draw. It replays drawings as pen strokes
// through the very code of the pad: the core's rasteriser and network, by the package in Node, and
// on the built page by pointer events. tests/bench/drawn/README.md says what the figures mean.
//   --preset quick   settings to train by        --seeds 3       networks of each
//   --hands 0,0.2    shares of generated digits, each; none and the preset's own when absent
//   --epochs 5       other than the preset's
//   --page 200       drawings on the page, 0: none
import { UserError, heading, main, note } from '../../scripts/lib/log.mjs';
import { ABLATIONS } from './drawn/ablations.mjs';
import { contactSheet } from './drawn/contact-sheet.mjs';
import { halvesOf, readDrawings } from './drawn/drawings.mjs';
import { presetOf, trainNetwork } from './drawn/networks.mjs';
import { readOnThePage } from './drawn/on-the-page.mjs';
import * as reading from './drawn/reading.mjs';
import { sectionsOf } from './drawn/sections.mjs';
import { buildPage } from './lib/build-page.mjs';
import { ensureDatasets } from './lib/datasets.mjs';
import { about } from './lib/machine.mjs';
import { readOptions, toCount } from './lib/options.mjs';
import { fixed, report } from './lib/report.mjs';

const WORST = 196;
const percent = (share) => `${fixed(100 * share, 2)} %`;

function toShares(text) {
  const shares = text.split(',').map(Number);
  if (shares.every((share) => share >= 0 && share <= 1)) return shares;
  throw new UserError(`--hands must be shares from 0 to 1, such as 0,0.2, not '${text}'.`);
}

/** The figures of one network; its trainer goes on to be used. */
async function measure(trainer, accuracy, drawings, halves) {
  const readings = await reading.readAll(trainer, drawings);
  return {
    readings,
    figures: {
      mnist: accuracy,
      drawn: reading.accuracyOf(readings),
      byHalf: reading.accuracyBy(readings, ({ writer }) => halves.get(writer)),
      byDigit: reading.accuracyBy(readings, ({ label }) => label),
      byWriter: reading.accuracyBy(readings, ({ writer }) => writer),
      confusion: reading.confusionOf(readings),
    },
  };
}

/** {name: accuracy} of the ways to show the drawings to one network. */
async function ablate(trainer, drawings, readings) {
  const result = { 'as it is': reading.accuracyOf(readings) };
  for (const { name, options, change } of ABLATIONS) {
    const base = options ? await reading.readAll(trainer, drawings, options) : readings;
    const changed = change ? await reading.readChanged(trainer, base, change) : base;
    result[name] = reading.accuracyOf(changed);
  }
  return result;
}

/** One drawing of as many as are asked for, spread over all. */
const sample = (drawings, count) => {
  const some = Math.min(count, drawings.length);
  return Array.from({ length: some }, (_, i) => drawings[Math.floor((i * drawings.length) / some)]);
};

/** The page answers as the library does: anything else is a mistake of the page. */
async function comparePage({ preset, count, epochs, drawings }) {
  heading(`The built page, ${count} drawings`);
  const seed = 1;
  const { trainer, settings } = await trainNetwork({ preset, hands: 0, seed, epochs });
  try {
    const layers = presetOf(preset).network.layers ?? [784, 128, 64, 10];
    const compared = await readOnThePage({
      layers,
      settings: { training: settings, seed },
      trainer,
      drawings: sample(drawings, count),
    });
    note(`${compared.right} read right on the page, ${compared.inNode} in Node`);
    if (compared.differing.length > 0) {
      throw new Error(
        `The page and the library differ on ${JSON.stringify(compared.differing.slice(0, 5))}`,
      );
    }
    return compared;
  } finally {
    trainer.dispose();
  }
}

await main(async () => {
  const own = {
    preset: { type: 'string', default: 'quick' },
    hands: { type: 'string' },
    seeds: { type: 'string', default: '3' },
    epochs: { type: 'string' },
    page: { type: 'string', default: '200' },
  };
  const { quick, build, out, preset, hands, ...chosen } = readOptions(own);
  const seeds = quick ? 1 : toCount('seeds', chosen.seeds);
  const epochs = quick ? 1 : chosen.epochs && toCount('epochs', chosen.epochs);
  const onPage = Number(chosen.page);
  const { otherHands = 0 } = presetOf(preset).training;
  const shares = hands === undefined ? [...new Set([0, otherHands])] : toShares(hands);
  await buildPage({ asNeeded: build, page: onPage > 0 });
  await ensureDatasets();
  const machine = await about();
  const drawings = readDrawings();
  const halves = halvesOf(drawings);

  const runs = [];
  const files = {};
  for (const share of shares) {
    heading(`${preset}, ${percent(share)} generated digits`);
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { trainer, accuracy } = await trainNetwork({ preset, hands: share, seed, epochs });
      const { readings, figures } = await measure(trainer, accuracy, drawings, halves);
      const run = { hands: share, seed, ...figures };
      if (seed === 1) {
        run.ablations = await ablate(trainer, drawings, readings);
        const worst = reading.worstOf(
          readings.filter(({ writer }) => halves.get(writer) === 'seen'),
        );
        const title = `${preset}, ${percent(share)} generated digits: ${worst.length} misread, of the seen writers`;
        files[`drawn-${preset}-${share}.svg`] = contactSheet(title, worst.slice(0, WORST));
      }
      runs.push(run);
      trainer.dispose();
      note(`seed ${seed}: MNIST ${percent(figures.mnist)}, drawings ${percent(figures.drawn)}`);
    }
  }
  const page =
    onPage > 0
      ? await comparePage({ preset, count: quick ? 20 : onPage, epochs, drawings })
      : undefined;
  report({
    folder: out,
    name: `drawn-${preset}`,
    title: `Drawings read by networks of the preset '${preset}'`,
    about: { ...machine, browser: page?.browser },
    result: { preset, seeds, drawings: drawings.length, runs, page },
    sections: sectionsOf({ shares, runs, page }),
    files,
  });
});
