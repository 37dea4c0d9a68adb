// SPDX-License-Identifier: MIT
// The texts of the panel 'Answers by several'.
import type { Copies } from '../../../lib/results.ts';
import type { AnsweredPart, Figure } from './figure.ts';
import type { Turned } from './turned.ts';
import { count, percent } from '../../model/format.ts';
import type { LearnedFrom } from '../../model/learned-from.ts';
import { GROUPS } from '../../model/setting-texts.ts';
import { COMPARISON, RUNS } from '../texts.ts';

const twoDigits = new Intl.NumberFormat('en', {
  minimumSignificantDigits: 2,
  maximumSignificantDigits: 2,
});

/** 0.022 s, 1.4 s, 12 s */
const time = (seconds: number): string => `${twoDigits.format(seconds)} s`;

/** 2.2 µs */
const micro = ({ seconds, examples }: Figure): string =>
  twoDigits.format((1e6 * seconds) / examples);

/** 0.88 MB; weights are float32. */
const memory = (weights: number): string => `${twoDigits.format((4 * weights) / 1e6)} MB`;

export const COMMITTEE = {
  title: 'Answers by several',
  about:
    'The mean of several answers is often right where one is not: of copies of an image that are ' +
    'moved by a pixel, or of networks that were trained apart. Each costs its time.',
  part: 'Images',
  partHelp:
    'test: all test images. validation: those that the network on the page has set aside from its ' +
    'training images, to choose by; only networks that set aside the same ones can answer them.',
  parts: { test: 'test', validation: 'validation' } satisfies Record<AnsweredPart, string>,
  noValidation: `The network on the page has set none aside for validation (${GROUPS.stopping}).`,
  copies: 'Shifted copies',
  copiesHelp:
    '1: each image as it is. 5: and moved by a pixel to the left, right, up and down. 9: and across ' +
    'too. The answer is the mean of the probabilities; the network answers 5 or 9 times for it, and ' +
    'moving the images takes time too.',
  notSquare: 'Only square images can be moved.',
  networks: 'Networks that answer',
  networksHelp:
    'Those that are ticked answer together, by the mean of their probabilities. A run can join when ' +
    'it takes the same images, learned from the same data and answers the same question as the ' +
    'network on the page. With others than that one, a paused run is ended, as Restore does.',
  most: (most: number) => `At most ${most} answer together.`,
  present: 'The network on the page',
  presentCalled: 'the network on the page',
  presentRun: (name: string) => `${name}, ${RUNS.present}`,
  whyNot: {
    untrained: 'It is not trained yet.',
    noWeights: 'Its weights are not kept any more.',
    otherData: (data: LearnedFrom) => `It learned from other data: ${RUNS.data(data)}.`,
    otherInputs: (units: number) => `It takes other images, of ${count(units)} pixels.`,
    otherQuestion: (positive: number | null) =>
      `It answers another question: ${positive === null ? COMPARISON.classes : COMPARISON.isIt(positive)}`,
    otherOutputs: (outputs: number) => `It knows another number of classes: ${count(outputs)}.`,
    sawValidation:
      'It has learned from some of these validation images: with another seed or share, others ' +
      'are set aside.',
  },
  missing: (name: string) => `The weights of ${name} are not kept any more. Leave it out.`,
  answer: 'Answer',
  stop: 'Stop',
  progress: 'Progress of the answers',
  tab: (share: number) => `${Math.floor(100 * share)} % · answers`,
  stopped: 'Stopped. The network of before is on the page.',
  pauseFirst: 'Pause the training first.',
  noTest: 'There are no test images.',
  nobody: 'Choose a network.',
  onlyOne: 'Choose 5 or 9 copies, or a second network, to compare.',
  effort: (networks: number, copies: Copies) =>
    `${networks === 1 ? 'One network' : `${networks} networks`} × ` +
    `${copies === 1 ? '1 copy' : `${copies} copies`}: ${networks * copies} answers to each image`,
  table: 'What each answers, and all together',
  scrollable: 'Figures, scroll',
  columns: {
    by: 'answered by',
    correct: 'right',
    accuracy: 'accuracy',
    more: 'against the first',
    seconds: 'seconds',
    times: 'times',
    each: 'µs an image',
    weights: 'weights',
  },
  together: 'all together',
  withCopies: (copies: Copies) => `with ${copies} copies`,
  togetherWith: (copies: Copies) => `all together, ${copies} copies`,
  more: (images: number) =>
    images > 0 ? `+${count(images)}` : images < 0 ? `−${count(-images)}` : '0',
  time: (seconds: number) => twoDigits.format(seconds),
  times: (quotient: number) => twoDigits.format(quotient),
  micro,
  /** Before there are figures. */
  waiting: 'What it brings, and what it costs, will stand here.',
  gain: (
    { one, all, part, name }: { one: Figure; all: Figure; part: AnsweredPart; name: string },
    changed: Turned | undefined,
  ) => {
    const more = all.correct - one.correct;
    const than =
      more === 0
        ? `as many as ${name} alone`
        : `${count(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} than ${name} alone`;
    const words = changed
      ? ` (${count(changed.right)} became right, ${count(changed.wrong)} wrong)`
      : '';
    return (
      `${count(all.correct)} of ${count(all.examples)} ${part} images are classified correctly: ` +
      `${percent(all.correct / all.examples, 2)} instead of ` +
      `${percent(one.correct / one.examples, 2)}, ${than}${words}.`
    );
  },
  cost: (one: Figure, all: Figure) =>
    `${twoDigits.format(all.seconds / one.seconds)} times the time: ${time(all.seconds)} instead of ` +
    `${time(one.seconds)}; ${micro(all)} µs instead of ${micro(one)} µs an image.`,
  memory: (one: number, all: number) =>
    `${count(all)} weights to keep instead of ${count(one)}: ` +
    `${memory(all)} instead of ${memory(one)}.`,
  honest: {
    test:
      'These are figures of the test images. Who chooses copies or networks by them makes them look ' +
      'better than they are on new images: choose by validation images, then look here once.',
    validation:
      'These are figures of the validation images, to choose by. No network here has learned from ' +
      'them; the figure to report is that of the test images.',
  } satisfies Record<AnsweredPart, string>,
};
