// SPDX-License-Identifier: MIT
// Which settings stand under 'more', in which group, and when each has a meaning.
import { html } from 'lit';
import { CHOICES } from '../../lib/settings.ts';
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import { METHODS, GROUPS, type FieldName, type MixedFieldName } from '../model/setting-texts.ts';
import type { LazyCode } from '../ui/view-slot.ts';

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
  {
    title: GROUPS.averaging,
    fields: [
      { name: 'averaging', choices: CHOICES.averaging },
      { name: 'averagingDecay', counts: ({ averaging }) => averaging === 'ema' },
    ],
  },
];

/** A group that shows what its settings do, by code of its own. */
export interface LaterGroup {
  readonly title: string;
  readonly fields: readonly { readonly name: MixedFieldName }[];
  readonly lazy: LazyCode;
}

const named = (...names: MixedFieldName[]) => names.map((name) => ({ name }));

export const LATER_GROUPS: readonly LaterGroup[] = [
  {
    title: GROUPS.augmentation,
    fields: named('shift', 'scale', 'rotation', 'shear', 'elastic', 'elasticSigma', 'thickness'),
    lazy: {
      load: () => import('./augmentation/mlp-augmentation.ts'),
      element: (active) => html`<mlp-augmentation ?active=${active}></mlp-augmentation>`,
    },
  },
  {
    title: GROUPS.hands,
    fields: named('otherHands', 'drawings'),
    lazy: {
      load: () => import('./augmentation/mlp-other-hands.ts'),
      element: (active) => html`<mlp-other-hands ?active=${active}></mlp-other-hands>`,
    },
  },
];
