// SPDX-License-Identifier: MIT
// The texts of the yes/no question's own panel.
import { count, percent } from '../model/format.ts';

export const YES_NO = {
  title: 'What accuracy hides',
  alwaysNo: (share: number) => `Always saying no would be right in ${percent(share)}.`,
  waiting: 'After the first epoch: how many are found, how many missed, and at what threshold.',
  question: (digit: string, examples: number) =>
    `“Is it a ${digit}?” for ${count(examples)} test images.`,
  threshold: 'Threshold',
  thresholdHelp: 'The network says yes from this probability on.',
  confusion: 'Confusion of four',
  truth: 'the truth',
  accuracy: 'Accuracy',
  roc: 'ROC curve',
  rocX: 'false alarms among the no’s',
  rocY: 'recall',
  rocArea: (area: number) => `area ${area.toFixed(4)}`,
  rocPoint: (falseAlarms: number, recall: number) =>
    `here ${percent(falseAlarms, 2)} false alarms, recall ${percent(recall)}`,
  pr: 'Precision and recall',
  prX: 'recall',
  prY: 'precision',
  prArea: (average: number) => `average precision ${average.toFixed(4)}`,
  prPoint: (precision: number, recall: number) =>
    `here precision ${percent(precision)}, recall ${percent(recall)}`,
  table: 'The curves in numbers',
  tableName: 'Thresholds',
  columns: ['threshold', 'precision', 'recall', 'F1 score', 'false alarms'],
};

export const FIGURES = {
  precision: 'Precision',
  recall: 'Recall',
  f1: 'F1',
};
