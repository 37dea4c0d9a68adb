// SPDX-License-Identifier: MIT
// What several rooms say of the run.
import { count, duration, percent } from './format.ts';
/** Why something has to wait, and what a run came to. */
export const STATUS = {
  waiting: 'Waiting for the data.',
  busy: {
    restore: 'A kept run is being brought back.',
    finder: 'The search for a learning rate has the network; it can be ended.',
    sweep: 'The sweep under Runs has the network; it can be ended there.',
    learn: 'The network is learning from your drawings.',
    committee: 'Several answers are being compared under Runs.',
  },
  done: (epochs: number, seconds: number, examples: number, correct: number) =>
    `Done: after ${count(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'} and ${duration(seconds)} of ` +
    `training the network classifies ${count(correct)} of ${count(examples)} test images correctly, ` +
    `${percent(correct / examples, 2)}; ${count(examples - correct)} are wrong.`,
};

/** With its article. */
export const aDigit = (digit: number): string => (digit === 8 ? 'an 8' : `a ${digit}`);

/** Of the yes/no question: the answers, and what is true. */
export const ANSWER = {
  saidYes: 'says yes',
  saidNo: 'says no',
  isYes: (digit: string) => `is a ${digit}`,
  isNo: (digit: string) => `is no ${digit}`,
};
