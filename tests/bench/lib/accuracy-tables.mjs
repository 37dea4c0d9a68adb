// SPDX-License-Identifier: MIT
// What bench:accuracy has measured, as its tables and the README tell it. A contestant's runs are
// {seed, epochs, drawn, byCopies}, or {seed, epochs, accuracy} of several networks together.
import { fixed } from './report.mjs';
import { mean } from './statistics.mjs';
import { reached, secondsOf, spread, timesTo } from './time-to-mark.mjs';

const MARKS = [0.97, 0.98];
/** Of each image, for the column that tells what their mean brings; chosen with --validation. */
export const COPIES = 5;

const dayOf = ({ date }) => date.slice(0, 10);

const last = ({ epochs }) => epochs.at(-1);

/** What several networks reach together, or one at the end of its training. */
export const accuracyOf = (run) => run.accuracy ?? last(run).accuracy;

/** As the tables call them. */
const TITLES = {
  defaults: 'defaults',
  accurateTogether: 'accurate, five runs together',
  quickAlone: 'quick, without other hands',
  generated: 'defaults, on generated digits alone',
  notes: 'notes: is it a 3?',
};

export const titleOf = (name) => TITLES[name] ?? name;

/** Of the shares that the runs have. */
const shares = (runs, get) =>
  runs.map(get).filter((share) => share !== null && share !== undefined);
const percent = (values, digits) =>
  spread(
    values.map((value) => 100 * value),
    digits,
  );

/** Of the tables, of the runs of one contestant. */
export function row(name, { layers, epochs, runs, together = 1, about: machine, backend }) {
  const f1 = shares(runs, (run) => last(run).f1);
  return {
    preset: titleOf(name),
    network: layers.join('-'),
    epochs: together > 1 ? `${together} × ${epochs}` : epochs,
    'test accuracy, %':
      f1.length > 0 ? `F1 ${fixed(mean(f1), 3)}` : percent(shares(runs, accuracyOf), 2),
    [`by ${COPIES} copies, %`]: percent(
      shares(runs, ({ byCopies }) => byCopies?.accuracy),
      2,
    ),
    'drawings read, %': percent(
      shares(runs, ({ drawn }) => drawn),
      1,
    ),
    'training, s': fixed(mean(runs.map(secondsOf)), 1),
    ...Object.fromEntries(
      MARKS.map((mark) => [
        `${100 * mark} % after, s`,
        f1.length > 0 || together > 1 ? '' : timesTo(reached(mark, runs), runs),
      ]),
    ),
    seeds: together > 1 ? `${runs.length} × ${together}` : runs.length,
    threads: backend.threads,
    measured: `${dayOf(machine)}, ${machine.commit.slice(0, 9)}`,
  };
}

/** Means for the page; F1 in the accuracy's place where there is one. */
export function figuresOf({ runs }) {
  const f1 = mean(shares(runs, (run) => last(run).f1)) ?? null;
  return {
    accuracy: f1 === null ? mean(runs.map(accuracyOf)) : null,
    drawn: mean(shares(runs, ({ drawn }) => drawn)) ?? null,
    f1,
    seconds: mean(runs.map(secondsOf)),
  };
}

/** For people who read the README: fewer columns. */
export const brief = ({ measured, threads, ...cells }) => {
  void [measured, threads];
  const marks = MARKS.map((mark) => `${100 * mark} % after, s`);
  return Object.fromEntries(Object.entries(cells).filter(([key]) => !marks.includes(key)));
};

/** When, with what and how those were measured that people read of together. */
export function remarkOf(presets) {
  const all = Object.values(presets);
  const each = (get) => [...new Set(all.map(get))].sort();
  const days = each(({ about: machine }) => dayOf(machine));
  const chromium = each(({ about: { browser } }) => browser.split('.')[0]);
  const threads = each(({ backend }) => backend.threads);
  const times = all
    .flatMap(({ runs }) => runs)
    .map(({ byCopies }) => byCopies?.times)
    .filter(Boolean);
  const copies =
    times.length > 0
      ? ` By ${COPIES} copies: by the mean of the answers for an image and ${COPIES - 1} moved copies ` +
        `of it, which takes ${fixed(mean(times), 1)} times as long to answer.`
      : '';
  const lastly = days.length > 1 ? ` to ${days.at(-1)}` : '';
  return (
    `Measured on ${days[0]}${lastly} with ${each(({ about: { cpu } }) => cpu).join(', ')}, ` +
    `${threads.join(' or ')} threads, Chromium ${chromium.join(', ')}, ` +
    `${each(({ backend }) => backend.math).join(', ')}; mean ± standard deviation over the seeds.${copies}`
  );
}
