// SPDX-License-Identifier: MIT
// Which settings stand under 'more', in which group, and when each has a meaning.
import { CHOICES } from '../../lib/settings.ts';
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import { type FieldName, GROUPS, METHODS } from '../texts/methods.ts';

export type AllSettings = NetworkSettings & TrainSettings;

export interface SettingField {
  readonly name: FieldName;
  /** Whether a change makes a new network. */
  readonly network?: boolean;
  readonly choices?: readonly string[];
  /** A word that may stand for the number. */
  readonly word?: string;
  /** Whether the setting has a meaning beside the others; always when absent. */
  readonly counts?: (settings: AllSettings) => boolean;
}

export interface SettingGroup {
  readonly title: string;
  readonly fields: readonly SettingField[];
}

const isAdam = ({ optimizer }: AllSettings) => optimizer === 'adam' || optimizer === 'adamw';

export const SETTING_GROUPS: readonly SettingGroup[] = [
  {
    title: GROUPS.network,
    fields: [
      { name: 'hidden', network: true, choices: CHOICES.hidden },
      { name: 'initialiser', network: true, choices: CHOICES.initialiser },
      {
        name: 'initialScale',
        network: true,
        counts: ({ initialiser }) => initialiser === 'normal' || initialiser === 'uniform',
      },
      { name: 'seed', network: true },
    ],
  },
  {
    title: GROUPS.descent,
    fields: [
      { name: 'optimizer', choices: CHOICES.optimizer },
      {
        name: 'momentum',
        counts: ({ optimizer }) => optimizer === 'momentum' || optimizer === 'nesterov',
      },
      { name: 'rho', counts: ({ optimizer }) => optimizer === 'rmsprop' },
      { name: 'beta1', counts: isAdam },
      { name: 'beta2', counts: isAdam },
      {
        name: 'epsilon',
        counts: (settings) => isAdam(settings) || settings.optimizer === 'rmsprop',
      },
      { name: 'clipNorm' },
      {
        name: 'positiveWeight',
        word: METHODS.balanced,
        counts: ({ output }) => output === 'sigmoid',
      },
    ],
  },
  {
    title: GROUPS.regularisation,
    fields: [
      { name: 'weightDecay' },
      { name: 'dropout' },
      { name: 'maxNorm' },
      { name: 'labelSmoothing' },
    ],
  },
  {
    title: GROUPS.schedule,
    fields: [
      { name: 'schedule', choices: CHOICES.schedule },
      { name: 'warmUp', counts: ({ schedule }) => schedule === 'cosine' },
      { name: 'stepEvery', counts: ({ schedule }) => schedule === 'step' },
      { name: 'stepFactor', counts: ({ schedule }) => schedule === 'step' },
    ],
  },
  { title: GROUPS.stopping, fields: [{ name: 'validation' }, { name: 'patience' }] },
];
