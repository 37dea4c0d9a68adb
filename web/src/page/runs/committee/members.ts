// SPDX-License-Identifier: MIT
// Which networks can answer together: the one on the page, and kept runs that fit it.
import type { NetworkSettings } from '../../../lib/settings.ts';
import { type LearnedFrom, learnsFrom, sameData } from '../../model/learned-from.ts';
import type { RunRecord } from '../run-record.ts';
import { settingsLine, type Summed } from '../run-summary.ts';
import type { State } from '../../model/state.ts';
import { COMMITTEE } from './texts.ts';
import { RUNS } from '../texts.ts';

/** More would make people wait for a gain that is in the noise. */
export const MOST_MEMBERS = 10;

/** The id of the network that is on the page. */
export const PRESENT = 'present';

export interface Member {
  /** That of the kept run, or PRESENT. */
  readonly id: string;
  readonly name: string;
  /** The name in a sentence, or a table. */
  readonly called: string;
  /** What it was trained with. */
  readonly about: string;
  /** Numbers in all W_l and b_l. */
  readonly parameters: number;
  /** Why it cannot answer with the others; '' when it can. */
  readonly whyNot: string;
}

type Learned = Pick<RunRecord, 'network' | 'training' | 'changes' | 'epochs'>;

/** What kept runs are compared with. */
export interface Present extends Learned, Summed {
  readonly trained: boolean;
  /** The data that is loaded, which is to be answered. */
  readonly loaded: LearnedFrom;
  /** Of the run that its weights belong to; '' when there is none. */
  readonly id: string;
}

/** The page's network, as far as it matters here. */
export function presentOf(state: State, trained: boolean): Present {
  const { network, used, training, changes, epochs, current } = state;
  const loaded = learnsFrom(state);
  return {
    ...(current ?? loaded),
    loaded,
    ...{ network, changes, epochs, trained },
    training: used ?? training,
    id: current?.id ?? '',
  };
}

/**
 * The network on the page, then the runs that fit it, then those that do not.
 * @param weights the ids of the runs whose weights are kept; null while that is not known
 * @param validation whether it is the validation images that are to be answered
 */
export function membersOf(
  present: Present,
  runs: readonly RunRecord[],
  weights: ReadonlySet<string> | null,
  validation: boolean,
): Member[] {
  const record = runs.find(({ id }) => id === present.id);
  const first: Member = {
    id: PRESENT,
    name: record ? COMMITTEE.presentRun(RUNS.name(record)) : COMMITTEE.present,
    called: record ? RUNS.name(record) : COMMITTEE.presentCalled,
    about: settingsLine(present),
    parameters: parametersOf(present.network),
    whyNot: present.trained ? strange(present, present.loaded) : COMMITTEE.whyNot.untrained,
  };
  const others = runs
    .filter((run) => run !== record)
    .map((run): Member => {
      const missing = weights && !weights.has(run.id) ? COMMITTEE.whyNot.noWeights : '';
      return {
        id: run.id,
        name: RUNS.name(run),
        called: RUNS.name(run),
        about: settingsLine(run),
        parameters: parametersOf(run.network),
        whyNot: missing || misfit(run, present) || (validation ? leak(run, present) : ''),
      };
    });
  const fitting = others.filter(({ whyNot }) => whyNot === '');
  return [first, ...fitting, ...others.filter(({ whyNot }) => whyNot !== '')];
}

/** Numbers in W_l (n_l, n_{l-1}) and b_l (n_l) of all layers. */
export function parametersOf({ layers }: Pick<NetworkSettings, 'layers'>): number {
  return layers.slice(1).reduce((sum, units, l) => sum + units * ((layers[l] ?? 0) + 1), 0);
}

/** Whether it learned from other data than that which is to be answered. */
const strange = (run: LearnedFrom, loaded: LearnedFrom): string =>
  sameData(run, loaded) ? '' : COMMITTEE.whyNot.otherData(run);

/** Why its answers are none to the question of the network on the page; '' when they are. */
function misfit(run: Pick<RunRecord, 'network' | 'choice' | 'own'>, to: Present): string {
  const { network } = run;
  const { whyNot } = COMMITTEE;
  const { layers, output, positive } = to.network;
  const other = strange(run, to.loaded);
  if (other) return other;
  if (network.layers[0] !== layers[0]) return whyNot.otherInputs(network.layers[0] ?? 0);
  const yesNo = output === 'sigmoid';
  if (network.output !== output || (yesNo && network.positive !== positive)) {
    return whyNot.otherQuestion(network.output === 'sigmoid' ? network.positive : null);
  }
  const outputs = network.layers.at(-1) ?? 0;
  return outputs === layers.at(-1) ? '' : whyNot.otherOutputs(outputs);
}

/** Whether the images that a run set aside were the same from its first epoch to its last. */
export function hasValidation({ training, changes, epochs }: Learned): boolean {
  return (
    training.validation > 0 &&
    changes.every(({ before }) => before.validation === undefined) &&
    epochs.every(({ validationAccuracy }) => validationAccuracy !== null)
  );
}

/** Which images are set aside, the seed says: a run with another one has learned from some of these. */
function leak(run: Learned, to: Learned): string {
  const same =
    hasValidation(run) &&
    run.network.seed === to.network.seed &&
    run.training.validation === to.training.validation;
  return same ? '' : COMMITTEE.whyNot.sawValidation;
}
