// SPDX-License-Identifier: MIT
// `npm run bench:accuracy`: what each preset reaches on MNIST's test images in Chromium, over some
// seeds, how long it trains, and how many drawings of other people it reads (pendigits-tra, where
// the file is there; nothing is ever trained on them). `-- quick plain` measures some presets and
// keeps the others' figures; --seeds, --threads and --math say how. --validation sets a sixth of the
// training images aside and judges by them: that is how the presets were chosen, without a look at
// the test images. --quick only tries that it runs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError, heading, main, note } from '../../scripts/lib/log.mjs';
import { readDrawings } from './drawn/drawings.mjs';
import { openBrowser } from './lib/browser.mjs';
import { buildPage } from './lib/build-page.mjs';
import { ensureDatasets } from './lib/datasets.mjs';
import { about } from './lib/machine.mjs';
import { readOptions, toCount } from './lib/options.mjs';
import { fixed, report } from './lib/report.mjs';
import { mean } from './lib/statistics.mjs';
import { reached, secondsOf, spread, timesTo } from './lib/time-to-mark.mjs';

const LAYERS = [784, 128, 64, 10];
const MARKS = [0.97, 0.98];
/** Of the training images, set aside with --validation. */
const VALIDATION = 1 / 6;

/** The figures of the presets that are not measured now, as they were measured before. */
function before(folder, name) {
  const file = join(folder, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).presets : {};
}

/** The drawings, or none, said once. */
function drawings() {
  try {
    return readDrawings();
  } catch (error) {
    note(error.message);
    return [];
  }
}

const last = ({ epochs }) => epochs.at(-1);

function row(name, { layers, epochs, runs, date }) {
  const drawn = runs.map((run) => run.drawn).filter((share) => share !== null);
  return {
    preset: name,
    network: layers.join('-'),
    epochs,
    'accuracy, %': spread(
      runs.map((run) => 100 * last(run).accuracy),
      2,
    ),
    'drawings read, %': spread(
      drawn.map((share) => 100 * share),
      1,
    ),
    'training, s': fixed(mean(runs.map(secondsOf)), 1),
    ...Object.fromEntries(
      MARKS.map((mark) => [`${100 * mark} % after, s`, timesTo(reached(mark, runs), runs)]),
    ),
    seeds: runs.length,
    measured: date,
  };
}

await main(async () => {
  const own = {
    seeds: { type: 'string', default: '5' },
    threads: { type: 'string', default: '2' },
    math: { type: 'string', default: 'reproducible' },
    validation: { type: 'boolean', default: false },
  };
  const { quick, build, out, positionals, validation, ...chosen } = readOptions(own, null);
  const seeds = quick ? 1 : toCount('seeds', chosen.seeds);
  const engine = { threads: toCount('threads', chosen.threads), math: chosen.math };
  const file = validation ? 'accuracy-validation' : 'accuracy';
  await buildPage({ asNeeded: build });
  await ensureDatasets();
  const strokes = drawings();
  const browser = await openBrowser();
  try {
    const machine = await about(browser.version);
    const ours = await browser.openModule('/ours/ours.js');
    const backend = await ours.call('prepare', { layers: LAYERS, test: true, ...engine });
    const all = await ours.page.evaluate(() => globalThis.contender.PRESETS);
    // 'Is it a 3?' is another question.
    const names = Object.keys(all).filter((name) => all[name].network.output !== 'sigmoid');
    const wrong = positionals.find((name) => !names.includes(name));
    if (wrong !== undefined) throw new UserError(`'${wrong}' is none of ${names.join(', ')}.`);
    const presets = before(out, file);
    for (const name of names) {
      if (positionals.length > 0 && !positionals.includes(name)) continue;
      heading(name);
      const { network, training } = all[name];
      const runs = [];
      for (let seed = 1; seed <= seeds; seed += 1) {
        const epochs = await ours.call('epochs', {
          seed,
          network: { layers: LAYERS, output: 'softmax', ...network },
          ...training,
          ...(validation ? { validation: VALIDATION } : {}),
          ...(quick ? { epochs: 1, warmUp: 0 } : {}),
        });
        const drawn = strokes.length > 0 ? await ours.call('readDrawings', strokes) : null;
        runs.push({ seed, epochs, drawn });
        const drawnToo = drawn === null ? '' : `, drawings ${fixed(100 * drawn, 2)} %`;
        note(`seed ${seed}: ${fixed(100 * last(runs.at(-1)).accuracy, 2)} %${drawnToo}`);
      }
      presets[name] = {
        layers: network.layers ?? LAYERS,
        epochs: training.epochs ?? 10,
        date: machine.date.slice(0, 10),
        runs,
      };
    }
    const inOrder = names.filter((name) => name in presets);
    report({
      folder: out,
      name: file,
      title: 'What the presets reach on MNIST',
      about: machine,
      result: { backend, validation, presets },
      sections: [
        {
          title: validation ? 'Of the images set aside for validation' : 'Of the test images',
          remark:
            `${backend.threads} thread(s), ${backend.math}; mean ± standard deviation over the seeds. ` +
            'Drawings: pendigits-tra, of people and on a device that no training has seen.',
          rows: inOrder.map((name) => row(name, presets[name])),
        },
      ],
    });
  } finally {
    await browser.close();
  }
});
