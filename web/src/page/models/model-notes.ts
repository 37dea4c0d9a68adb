// SPDX-License-Identifier: MIT
// What a file says of the page's network, and what the page shows of a file's.
import type { Evaluation, Snapshot } from '../../lib/index.ts';
import type { ModelFigures, ModelNotes, OpenedModel } from '../../lib/formats/model.ts';
import type { Epoch } from '../../lib/results.ts';
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import { type DataLook, sidesOf } from '../model/data-look.ts';
import { learnsFrom } from '../model/learned-from.ts';
import { presentEpoch } from '../model/selectors.ts';
import type { State } from '../model/state.ts';
import { UNTRAINED } from '../model/initial-state.ts';
import { placeOf, sameLook } from '../runs/index.ts';

/** How a network answers the images that are loaded; null where it is not for them. */
export interface Measured {
  readonly train: Evaluation | null;
  readonly test: Evaluation | null;
}

const figuresOf = (epoch: Epoch | undefined): ModelFigures | null =>
  epoch
    ? {
        trainCost: epoch.cost,
        testCost: epoch.testCost,
        trainAccuracy: epoch.trainAccuracy,
        testAccuracy: epoch.accuracy,
      }
    : null;

/** Of the network of the page. @param name what a person calls it */
export function notesOf(state: State, name: string): Partial<ModelNotes> {
  const { look, used, training, network, backend } = state;
  return {
    name,
    ...imagesOf(look, network),
    training: used ?? training,
    math: backend?.math ?? null,
    figures: figuresOf(presentEpoch(state)),
  };
}

/** Of a kept run. */
export function notesOfRun(
  run: Pick<State, 'network' | 'training' | 'epochs' | 'kept' | 'backend'> & {
    readonly name: string;
    readonly look?: DataLook;
  },
): Partial<ModelNotes> {
  const last = run.epochs.find(({ epoch }) => epoch === run.kept) ?? run.epochs.at(-1);
  return {
    name: run.name,
    ...(run.look && imagesOf(run.look, run.network)),
    training: run.training,
    math: run.backend?.math ?? null,
    figures: figuresOf(last),
  };
}

/** What is known of the images and classes of a network that fits them. */
function imagesOf(look: DataLook, { layers, output }: NetworkSettings): Partial<ModelNotes> {
  const { width, height, inkSide, classes } = look;
  return {
    ...(width * height === layers[0] && { width, height, inkSide }),
    ...(output === 'softmax' && classes.length === layers.at(-1) && { classes }),
  };
}

/** How images and classes of this network are shown; null where they are as the data's. */
export function lookOfModel(
  { layers, notes, output }: OpenedModel,
  now: DataLook,
): DataLook | null {
  const [pixels = 0] = layers;
  const guessed = sidesOf(now, pixels);
  const { width, height } =
    notes.width && notes.height ? { width: notes.width, height: notes.height } : guessed;
  const outputs = output === 'sigmoid' ? now.classes.length : (layers.at(-1) ?? 0);
  const numbers = Array.from({ length: outputs }, (_, label) => String(label));
  const unnamed = outputs === now.classes.length ? now.classes : numbers;
  const classes = output === 'softmax' && notes.classes ? notes.classes : unnamed;
  // MNIST's share of ink, where nobody says another.
  const inkSide = notes.inkSide ?? Math.round((Math.max(width, height) * 20) / 28);
  const look = { width, height, classes, inkSide };
  return sameLook(look, now) ? null : look;
}

/** What is on the page of a file: its network, measured on the data that is loaded. */
export function stateOfModel(
  { snapshot, notes }: OpenedModel,
  state: State,
  measured: Measured,
): Partial<State> {
  const training = notes.training ?? state.training;
  const { epochs, run } = snapshot;
  const startedAt = Date.now();
  return {
    ...UNTRAINED,
    network: snapshot.network,
    training,
    used: training,
    epochs: epochOf(snapshot, { ...notes, training }, measured),
    evaluation: measured.test,
    checksum: snapshot.sha256,
    firstEpoch: run?.firstEpoch ?? epochs,
    lastEpoch: run ? run.firstEpoch + run.settings.epochs : epochs,
    run: run ? 'paused' : 'idle',
    place: placeOf(snapshot),
    // Trained on it is another run; this one stays as it was in the file.
    current: { id: `${startedAt}-opened`, startedAt, ...learnsFrom(state), fetched: true },
    problems: {},
  };
}

/** Where its curve begins; empty where no cost is known: what nobody knows is no point. */
function epochOf(
  { epochs: epoch, place }: Snapshot,
  { figures, training }: Pick<ModelNotes, 'figures'> & { readonly training: TrainSettings },
  { train, test }: Measured,
): Epoch[] {
  const cost = figures?.trainCost ?? train?.cost;
  if (cost === undefined) return [];
  const { learningRate } = training;
  const examples = place.of || (train?.examples ?? 0);
  const trainAccuracy = figures?.trainAccuracy ?? train?.accuracy ?? 0;
  const testCost = test?.cost ?? figures?.testCost ?? null;
  const accuracy = test?.accuracy ?? figures?.testAccuracy ?? null;
  return [
    {
      ...{ epoch, examples, complete: true, learningRate, cost, trainAccuracy, testCost, accuracy },
      ...{ validationCost: null, validationAccuracy: null, binary: null },
      ...{ seconds: 0, imagesPerSecond: 0 },
    },
  ];
}
