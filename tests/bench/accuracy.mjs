// SPDX-License-Identifier: MIT
// `npm run bench:accuracy`: what the presets reach on MNIST's test images in Chromium, over some
// seeds, how long they train, and how many drawings of other people they read (pendigits-tra, where
// the file is there; nothing is ever trained on them). Further rows: the defaults, 'quick' without
// other hands, five runs of 'accurate' that answer together, which are ten minutes too, and the
// defaults on generated digits alone. `-- quick plain` measures some of them and keeps the others'
// figures, `-- none` measures none; --seeds, --threads and --math say how, and
// --more goes on after the seeds that are measured already.
// --validation sets a sixth of the training images aside and judges by them: that is how the presets
// were chosen, without a look at the test images. --write puts the figures of the test images where
// people read them: on the page and in the README. --quick only tries that it runs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError, heading, main, note } from '../../scripts/lib/log.mjs';
import { readDrawings } from './drawn/drawings.mjs';
import {
  accuracyOf,
  brief,
  COPIES,
  figuresOf,
  remarkOf,
  row,
  titleOf,
} from './lib/accuracy-tables.mjs';
import { openBrowser } from './lib/browser.mjs';
import { buildPage } from './lib/build-page.mjs';
import { ensureDatasets } from './lib/datasets.mjs';
import { about } from './lib/machine.mjs';
import { readOptions, toCount } from './lib/options.mjs';
import { publish } from './lib/publish-presets.mjs';
import { fixed, report } from './lib/report.mjs';
import { secondsOf } from './lib/time-to-mark.mjs';

const LAYERS = [784, 128, 64, 10];
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

/** What is measured, by its name: the presets and what they are compared with. */
function contestants(presets) {
  const { otherHands, ...alone } = presets.quick.training;
  void otherHands;
  return {
    defaults: { network: {}, training: {} },
    ...presets,
    accurateTogether: { ...presets.accurate, together: 5 },
    quickAlone: { network: presets.quick.network, training: alone },
    generated: { network: {}, training: {}, generated: true },
  };
}

await main(async () => {
  const own = {
    seeds: { type: 'string', default: '5' },
    threads: { type: 'string', default: '2' },
    math: { type: 'string', default: 'reproducible' },
    validation: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    more: { type: 'boolean', default: false },
  };
  const { quick, build, out, positionals, validation, write, more, ...chosen } = readOptions(
    own,
    null,
  );
  if (write && (validation || quick)) {
    throw new UserError(
      '--write is for the figures of the test images after whole runs: leave out --validation and --quick.',
    );
  }
  const seeds = quick ? 1 : toCount('seeds', chosen.seeds);
  const engine = { threads: toCount('threads', chosen.threads), math: chosen.math };
  const file = validation ? 'accuracy-validation' : 'accuracy';
  const part = validation ? 'validation' : 'test';
  await buildPage({ asNeeded: build });
  await ensureDatasets();
  const strokes = drawings();
  const browser = await openBrowser();
  try {
    let machine = await about(browser.version);
    const ours = await browser.openModule('/ours/ours.js');
    const backend = await ours.call('prepare', { layers: LAYERS, test: true, ...engine });
    const known = contestants(await ours.page.evaluate(() => globalThis.contender.PRESETS));
    const names = Object.keys(known);
    const wrong = positionals.find((name) => name !== 'none' && !names.includes(name));
    if (wrong !== undefined) throw new UserError(`'${wrong}' is none of ${names.join(', ')}.`);
    const presets = before(out, file);
    const rowsOf = () =>
      names.filter((name) => name in presets).map((name) => row(name, presets[name]));
    // After each run: the next may take long, or fail.
    const keep = () =>
      report({
        folder: out,
        name: file,
        title: 'What the presets reach on MNIST',
        about: machine,
        result: { validation, presets },
        sections: [
          {
            title: validation ? 'Of the images set aside for validation' : 'Of the test images',
            remark:
              'Mean ± standard deviation over the seeds. ' +
              'Drawings: pendigits-tra, of people and on a device that no training has seen.',
            rows: rowsOf(),
          },
        ],
      });
    for (const name of names) {
      if (positionals.length > 0 && !positionals.includes(name)) continue;
      const { network, training, generated = false, together = 1 } = known[name];
      heading(titleOf(name));
      if (validation && together > 1) {
        note('left out: each of the runs has learned what others set aside');
        continue;
      }
      const runs = more ? (presets[name]?.runs ?? []) : [];
      machine = await about(browser.version);
      const epochsOf = (seed) =>
        ours.call('epochs', {
          seed,
          network: { layers: LAYERS, output: 'softmax', ...network },
          generated,
          ...training,
          ...(validation ? { validation: VALIDATION } : {}),
          ...(quick ? { epochs: 1, warmUp: 0 } : {}),
        });
      /** Several runs, of seeds of their own, that answer as one. */
      const runTogether = async (number) => {
        // Of each run its end alone: that is all the table has of it.
        const epochs = [];
        for (let i = 1; i <= together; i += 1) {
          const own = await epochsOf((number - 1) * together + i);
          epochs.push({ accuracy: own.at(-1).accuracy, seconds: secondsOf({ epochs: own }) });
          note(`run ${i} of ${together}: ${fixed(100 * own.at(-1).accuracy, 2)} %`);
          await ours.call('keep');
        }
        const accuracy = await ours.call('together');
        return { seed: number, epochs, drawn: null, accuracy };
      };
      const runAlone = async (seed) => {
        const epochs = await epochsOf(seed);
        const digits = network.output !== 'sigmoid';
        const byCopies = digits ? await ours.call('byCopies', { part, copies: COPIES }) : null;
        const reads = digits && strokes.length > 0;
        const drawn = reads ? await ours.call('readDrawings', strokes) : null;
        return { seed, epochs, byCopies, drawn };
      };
      for (let seed = runs.length + 1; seed <= seeds; seed += 1) {
        const made = await (together > 1 ? runTogether : runAlone)(seed);
        runs.push(made);
        const { drawn, byCopies } = made;
        const further = [
          byCopies && `by ${COPIES} copies ${fixed(100 * byCopies.accuracy, 2)} %`,
          drawn === null ? '' : `drawings ${fixed(100 * drawn, 2)} %`,
        ];
        const all = [`${fixed(100 * accuracyOf(made), 2)} %`, ...further.filter(Boolean)];
        note(`seed ${seed}: ${all.join(', ')}`);
        presets[name] = {
          layers: network.layers ?? LAYERS,
          epochs: training.epochs ?? 10,
          together,
          about: machine,
          backend,
          runs,
        };
        keep();
      }
    }
    if (write) {
      const compared = ['accurateTogether', 'quickAlone', 'generated'];
      const pageNames = names.filter((name) => !compared.includes(name));
      const none = { accuracy: null, f1: null, seconds: null };
      const of = (name) => (name in presets ? figuresOf(presets[name]) : undefined);
      await publish({
        figures: Object.fromEntries(pageNames.map((name) => [name, of(name) ?? none])),
        rows: rowsOf().map(brief),
        remark: remarkOf(presets),
        pair: {
          share: known.quick.training.otherHands ?? 0,
          without: of('quickAlone'),
          mixed: of('quick'),
        },
      });
    }
  } finally {
    await browser.close();
  }
});
