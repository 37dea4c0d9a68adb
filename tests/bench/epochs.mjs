// SPDX-License-Identifier: MIT
// `npm run bench:epochs`: how soon the package reaches 97 % and 98 % of MNIST's test images in
// Chromium, and what it ends with, over some seeds. Time is that of training alone; a mark counts
// as reached at the end of the first epoch above it.
// `-- fast` leaves the presets out, `-- accurate` takes one of them alone; --seeds, --threads and
// --math say how. --quick only tries that it runs.
import { UserError, heading, main, note, warn } from '../../scripts/lib/log.mjs';
import { openBrowser } from './lib/browser.mjs';
import { buildPage } from './lib/build-page.mjs';
import { ensureDatasets } from './lib/datasets.mjs';
import { about } from './lib/machine.mjs';
import { readOptions, toCount } from './lib/options.mjs';
import { RECIPES } from './lib/recipes.mjs';
import { fixed, report, verdict } from './lib/report.mjs';
import { deviation, least, mean } from './lib/statistics.mjs';
import { reached, secondsOf, timesTo } from './lib/time-to-mark.mjs';

const LAYERS = [784, 128, 64, 10];
/** Test accuracy -> seconds of training within which one of the fast recipes has to reach it. */
const GOALS = [
  { mark: 0.97, seconds: 0.6 },
  { mark: 0.98, seconds: 1.2 },
];

function summarise({ name, runs }) {
  const last = runs.map((run) => run.epochs.at(-1));
  const accuracies = last.map(({ accuracy }) => accuracy);
  return {
    name,
    marks: GOALS.map(({ mark }) => reached(mark, runs)),
    accuracy: { mean: mean(accuracies), deviation: deviation(accuracies) },
    seconds: mean(runs.map(secondsOf)),
    f1: last[0].f1 === undefined ? undefined : mean(last.map(({ f1 }) => f1)),
  };
}

const row = ({ name, marks, accuracy, seconds, f1 }, { recipe, runs }) => ({
  settings: name,
  epochs: recipe.training.epochs ?? 10,
  ...Object.fromEntries(
    marks.map((each) => [`${100 * each.mark} % after, s`, timesTo(each, runs)]),
  ),
  'final accuracy, %': `${fixed(100 * accuracy.mean, 2)} ± ${fixed(100 * (accuracy.deviation ?? 0), 2)}`,
  F1: fixed(f1, 4),
  'training in all, s': fixed(seconds, 2),
});

/** The fastest mean time to each mark that all seeds reached, beside what is asked for. */
const goals = (summaries) =>
  GOALS.map(({ mark, seconds }) => {
    const times = summaries
      .filter(({ name }) => name in RECIPES)
      .map(({ marks }) => marks.find((each) => each.mark === mark))
      .filter(({ byAll }) => byAll);
    const best = least(times.map((each) => each.mean));
    const met = best === undefined ? false : best <= seconds;
    return { mark, seconds: best, needed: seconds, met };
  });

await main(async () => {
  const own = {
    seeds: { type: 'string', default: '5' },
    threads: { type: 'string', default: '2' },
    math: { type: 'string', default: 'turbo' },
  };
  const { quick, build, out, positionals, ...chosen } = readOptions(own, null);
  const seeds = quick ? 1 : toCount('seeds', chosen.seeds);
  const engine = { threads: toCount('threads', chosen.threads), math: chosen.math };
  await buildPage({ asNeeded: build });
  await ensureDatasets();
  const browser = await openBrowser();
  try {
    const machine = await about(browser.version);
    const ours = await browser.openModule('/ours/ours.js');
    const { library, ...backend } = await ours.call('prepare', {
      layers: LAYERS,
      test: true,
      ...engine,
    });
    if (backend.threads !== engine.threads || backend.math !== engine.math) {
      warn(
        `${library} runs on ${backend.threads} thread(s), ${backend.math}, and not as asked for`,
      );
    }
    const all = { ...RECIPES, ...(await ours.page.evaluate(() => globalThis.contender.PRESETS)) };
    const isChosen = (name) =>
      positionals.length === 0 || positionals.some((each) => name.split(',')[0] === each);
    const names = Object.keys(all).filter(isChosen);
    if (names.length === 0) {
      throw new UserError(`There are: fast, ${Object.keys(all).slice(3).join(', ')}.`);
    }
    const results = [];
    for (const name of names.slice(0, quick ? 1 : undefined)) {
      heading(name);
      const recipe = all[name];
      const runs = [];
      for (let seed = 1; seed <= seeds; seed += 1) {
        const network = { layers: LAYERS, output: 'softmax', ...recipe.network };
        const settings = { ...recipe.training, ...(quick ? { epochs: 1, warmUp: 0 } : {}) };
        const epochs = await ours.call('epochs', { seed, network, ...settings });
        runs.push({ seed, epochs });
        note(`seed ${seed}: ${fixed(100 * epochs.at(-1).accuracy, 2)} %`);
      }
      results.push({ name, recipe, runs });
    }
    const summaries = results.map(summarise);
    const marks = goals(summaries);
    report({
      folder: out,
      name: 'epochs',
      title: 'Time to accuracy on MNIST',
      about: machine,
      result: { layers: LAYERS, backend, seeds, goals: marks, summaries, results },
      sections: [
        {
          title: 'Goals',
          remark: 'The fastest of the fast settings that got there with every seed, by the mean.',
          rows: marks.map(({ mark, seconds, needed, met }) => ({
            'test accuracy': `${100 * mark} %`,
            'reached after, s': fixed(seconds, 2),
            'needed, s': needed,
            reached: verdict(met),
          })),
        },
        {
          title: 'Settings',
          remark:
            `${LAYERS.join('-')} unless a preset has its own network; ${backend.threads} ` +
            `thread(s), ${backend.math}; mean ± standard deviation over ${seeds} seed(s).`,
          rows: summaries.map((summary, i) => row(summary, results[i])),
        },
      ],
    });
  } finally {
    await browser.close();
  }
});
