// SPDX-License-Identifier: MIT
// The texts of the panel 'Answers'. The names that tests hold on to are in capitals.
import type { AnsweredImage, Moment } from './answers-state.ts';
import type { Cell, Choice } from './confusion.ts';
import { classWord, type DataLook, nameOf } from '../../model/data-look.ts';
import { cost, count, percent } from '../../model/format.ts';
import { GALLERY } from '../../ui/gallery/texts.ts';
import { ANSWER } from '../../model/texts.ts';

export const NAMES = {
  matrix: 'Confusion matrix',
  classes: 'Precision and recall',
  mistakes: 'Mistakes',
  digit: (look: DataLook) => (classWord(look).one === 'digit' ? 'Digit' : 'Class'),
  all: 'All mistakes',
} as const;

const images = (number: number): string => `${count(number)} ${number === 1 ? 'image' : 'images'}`;

/** A class, as a word: a digit, or that it is the digit asked for or none. */
const className = (look: DataLook, positive: number | null, k: number): string => {
  if (positive === null) return nameOf(look, k);
  return k === 1 ? ANSWER.isYes(nameOf(look, positive)) : ANSWER.isNo(nameOf(look, positive));
};

/** An answer, as a word. */
const answerName = (look: DataLook, positive: number | null, k: number): string => {
  if (positive === null) return nameOf(look, k);
  return k === 1 ? 'yes' : 'no';
};

export const ANSWERS = {
  waiting: 'Waiting for the test images.',
  total: (right: number, examples: number) =>
    `${count(right)} of ${count(examples)} test images are classified correctly, ` +
    `${percent(right / examples, 2)}; ${count(examples - right)} are wrong.`,
  moment: ({ when, epoch }: Moment): string => {
    switch (when) {
      case 'untrained':
        return 'Not trained yet: with the first weights, so these are guesses.';
      case 'training':
        return `With weights of epoch ${count(epoch)}, which is under way; anew after each epoch.`;
      case 'paused':
        return `With the weights of now, paused in epoch ${count(epoch)}.`;
      case 'stepped':
        return `With the weights of now, after a step of epoch ${count(epoch)}.`;
      case 'trained':
        return `With the weights after epoch ${count(epoch)}.`;
    }
  },
  threshold: (threshold: number) => `Yes is said from a probability of ${threshold.toFixed(2)} on.`,
  className,
  answerName,
  column: (look: DataLook, positive: number | null, k: number): string => {
    if (positive === null) return nameOf(look, k);
    return k === 1 ? ANSWER.saidYes : ANSWER.saidNo;
  },
  rows: 'true',
  columns: 'answered',
  howTo:
    'Rows: what is true; columns: what the network answers. Choose a cell to see its images: by ' +
    'arrow keys and Enter, Escape for all mistakes again.',
  cell: (look: DataLook, positive: number | null, { truth, answer }: Cell, number: number) =>
    positive === null
      ? `true ${nameOf(look, truth)}, answered ${nameOf(look, answer)}: ${images(number)}`
      : `${className(look, positive, truth)}, answered ${answerName(look, positive, answer)}: ${images(number)}`,
  columnsOfClasses: ['class', 'images', 'answered so', 'precision', 'recall'],
  about: 'Precision: how many of the answers are right. Recall: how many of the images are found.',
  images,
};

export const CHOSEN = {
  title: (look: DataLook, positive: number | null, choice: Choice): string => {
    if (choice.kind === 'mistakes') return NAMES.mistakes;
    const { truth, answer } = choice;
    return positive === null
      ? `True ${nameOf(look, truth)}, answered ${nameOf(look, answer)}`
      : `${className(look, positive, truth)}, answered ${answerName(look, positive, answer)}`;
  },
  found: (choice: Choice, number: number): string => {
    if (number === 0) return choice.kind === 'mistakes' ? 'No mistakes here.' : 'No images here.';
    return choice.kind === 'cell' && choice.truth === choice.answer
      ? `${images(number)}, the highest cost first: where the network was least sure.`
      : `${images(number)}, the worst first: those of the highest cost.`;
  },
  said: (look: DataLook, positive: number | null, choice: Choice, number: number): string =>
    `${CHOSEN.title(look, positive, choice)}: ${images(number)}`,
  allDigits: (look: DataLook) => `all ${classWord(look).all}`,
  digit: (look: DataLook, digit: number) => `only ${nameOf(look, digit)}`,
  lines: (look: DataLook, positive: number | null, one: AnsweredImage): string[] => [
    `${one.image.label}, read as ${positive === null ? one.answer : answerName(look, positive, one.answer)}`,
    `${percent(one.probability)} sure`,
    `cost ${cost(one.cost)}`,
  ],
  name: (
    look: DataLook,
    positive: number | null,
    { image, answer, probability, cost: J }: AnsweredImage,
  ): string =>
    `${GALLERY.labelled(look, image.part, image.number, image.label)}, answered ` +
    `${answerName(look, positive, answer)}, ${percent(probability)} sure, cost ${cost(J)}`,
};
