// SPDX-License-Identifier: MIT
// What there is to be said of a setting. All of it is asked for, so that nothing is forgotten when a
// setting is added; what people read of it stands in the page's setting-texts.ts.
import { checkInteger, checkNumber, checkOneOf } from '../checks.ts';

/** What may become of a setting while a network exists. */
export type Change =
  /** Another value makes another network. */
  | 'network'
  /** It counts from the next run on. */
  | 'run'
  /** A run that is under way can go on with another value, from its next batch on. */
  | 'live';

/** Where the page has its field; 'above' stands in sight, the others are folded. */
export type Group =
  | 'layers'
  | 'above'
  | 'network'
  | 'descent'
  | 'images'
  | 'regularisation'
  | 'augmentation'
  | 'hands'
  | 'schedule'
  | 'stopping'
  | 'averaging';

/** All settings, of which the check of one may depend on others. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- their type is made from the rows
export type Others = Readonly<Record<string, any>>;

export interface Columns<Value, Changes extends Change = Change> {
  /** What it is when it is not given. */
  readonly usual: Value;
  /** What a link without it means, in links of version 1: never to be changed. */
  readonly unwritten: Value;
  /** Its key in a link. */
  readonly key: string;
  readonly group: Group;
  readonly change: Changes;
  /** Whether it has a meaning beside the others. */
  readonly counts: 'always' | ((others: Others) => boolean);
}

/** One setting. */
export interface Row<Value, Changes extends Change = Change> extends Columns<Value, Changes> {
  /** Throws a ScratchpadError 'badSetting' that names the setting and its limits. */
  readonly check: (name: string, value: unknown, others: Others) => void;
  /** In the order to offer them; null where it is a number. */
  readonly choices: readonly (Value & string)[] | null;
  /** A word that may stand for the number; null where none may. */
  readonly word: string | null;
}

/** The settings of a table, by their names. */
export type SettingsOf<Table extends Readonly<Record<string, Row<unknown>>>> = {
  readonly [Name in keyof Table]: Table[Name]['usual'];
};

type Check = Row<unknown>['check'];

/** A number, within what its check says. */
export const number = <Changes extends Change>(
  check: Check,
  columns: Columns<number, Changes>,
): Row<number, Changes> => ({ ...columns, check, choices: null, word: null });

/** A number, or a word in its place. */
export const numberOr = <Word extends string, Changes extends Change>(
  word: Word,
  check: Check,
  columns: Columns<number | Word, Changes>,
): Row<number | Word, Changes> => ({
  ...columns,
  check: (name, value, others) => {
    if (value !== word) check(name, value, others);
  },
  choices: null,
  word,
});

/** One of a few. */
export const oneOf = <const Choices extends readonly string[], Changes extends Change>(
  choices: Choices,
  columns: Columns<Choices[number], Changes>,
): Row<Choices[number], Changes> & { readonly choices: Choices } => ({
  ...columns,
  check: (name, value) => checkOneOf(name, value, choices),
  choices,
  word: null,
});

export const whole =
  (low: number, high: number): Check =>
  (name, value) =>
    checkInteger(name, value, low, high);

export const aboveAndAtMost =
  (low: number, high: number): Check =>
  (name, value) =>
    checkNumber(name, value, `above ${low} and at most ${high}`, (x) => x > low && x <= high);
