// SPDX-License-Identifier: MIT
// The figures of the drawings as tables for people.
import { fixed } from '../lib/report.mjs';
import { deviation, mean } from '../lib/statistics.mjs';

const spread = (values) =>
  `${fixed(100 * mean(values), 2)} ± ${fixed(100 * (deviation(values) ?? 0), 2)}`;
const percent = (share) => fixed(100 * share, 1);

/** Means over the seeds, by key. */
function means(objects) {
  const keys = Object.keys(objects[0] ?? {});
  return Object.fromEntries(keys.map((key) => [key, mean(objects.map((one) => one[key]))]));
}

/** @param runs of drawn.mjs; @param shares of generated digits, in the order to show */
export function sectionsOf({ shares, runs, page }) {
  const groups = shares.map((share) => ({
    head: `${fixed(100 * share, 0)} % generated`,
    of: runs.filter(({ hands }) => hands === share),
  }));
  /** A row for each key of what `pick` gives, a column for each group. */
  const table = (first, pick) => {
    const columns = groups.map(({ head, of }) => [head, means(of.map(pick).filter(Boolean))]);
    return Object.keys(columns[0]?.[1] ?? {}).map((key) => ({
      [first]: key,
      ...Object.fromEntries(columns.map(([head, values]) => [head, percent(values[key])])),
    }));
  };
  const confused = groups.map(({ head, of }) => ({
    title: `Confusion, ${head}`,
    remark: 'Rows are what was drawn, columns what was answered; summed over the seeds.',
    rows: Array.from({ length: 10 }, (_, label) => ({
      drawn: label,
      ...Object.fromEntries(
        Array.from({ length: 10 }, (__, answer) => [
          `as ${answer}`,
          of.reduce((sum, { confusion }) => sum + confusion[label][answer], 0),
        ]),
      ),
    })),
  }));
  return [
    {
      title: 'Accuracy',
      remark: 'In %, mean ± standard deviation over the seeds.',
      rows: groups.map(({ head, of }) => ({
        'digits in an epoch': head,
        seeds: of.length,
        "MNIST's test images": spread(of.map(({ mnist }) => mnist)),
        'all drawings': spread(of.map(({ drawn }) => drawn)),
        ...Object.fromEntries(
          Object.keys(of[0]?.byHalf ?? {}).map((half) => [
            `writers ${half}`,
            spread(of.map(({ byHalf }) => byHalf[half])),
          ]),
        ),
      })),
    },
    { title: 'By digit', remark: 'In %.', rows: table('digit', ({ byDigit }) => byDigit) },
    { title: 'By writer', remark: 'In %.', rows: table('writer', ({ byWriter }) => byWriter) },
    {
      title: 'What each step contributes',
      remark: 'In %, of the first seed: the drawings with one step left out or done otherwise.',
      rows: table('drawings', ({ ablations }) => ablations),
    },
    ...confused,
    {
      title: 'On the built page',
      remark:
        'Drawn on the pad with pointer events in Chromium, MNIST alone, seed 1; the library in ' +
        'Node gave the same answer to each.',
      rows: page
        ? [{ drawn: page.drawn, 'right on the page': page.right, 'right in Node': page.inNode }]
        : [],
    },
  ];
}
