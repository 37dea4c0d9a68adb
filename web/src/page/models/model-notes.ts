// SPDX-License-Identifier: MIT
// What a file says of the page's network, and what the page shows of a file's.
import type { Evaluation } from '../../lib/index.ts';
import type { ModelFigures, ModelNotes, OpenedModel } from '../../lib/formats/model.ts';
import type { Epoch } from '../../lib/results.ts';
import type { DataLook } from '../model/data-look.ts';
import { learnsFrom } from '../model/learned-from.ts';
import { presentEpoch } from '../model/selectors.ts';
import type { State } from '../model/state.ts';
import { UNTRAINED } from '../model/initial-state.ts';

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
  const { look, used, training, network, backend, epochs, kept } = state;
  const { width, height, classes, inkSide } = look;
  const fits = width * height === network.layers[0];
  return {
    name,
    ...(fits && { width, height, inkSide }),
    ...(network.output === 'softmax' && classes.length === network.layers.at(-1) && { classes }),
    training: used ?? training,
    math: backend?.math ?? null,
    figures: figuresOf(presentEpoch({ ...state, epochs, kept })),
  };
}

/** Of a kept run. */
export function notesOfRun(
  run: Pick<State, 'network' | 'training' | 'epochs' | 'kept' | 'backend'> & { name: string },
): Partial<ModelNotes> {
  const last = run.epochs.find(({ epoch }) => epoch === run.kept) ?? run.epochs.at(-1);
  return {
    name: run.name,
    training: run.training,
    math: run.backend?.math ?? null,
    figures: figuresOf(last),
  };
}

/** How images and classes of this network are shown; null where they are as the data's. */
export function lookOfModel(
  { layers, notes, output }: OpenedModel,
  now: DataLook,
): DataLook | null {
  const [pixels = 0] = layers;
  const outputs = output === 'sigmoid' ? now.classes.length : (layers.at(-1) ?? 0);
  if (pixels === now.width * now.height && outputs === now.classes.length) return null;
  const side = Math.ceil(Math.sqrt(pixels));
  const [width, height] =
    notes.width && notes.height ? [notes.width, notes.height] : [side, Math.ceil(pixels / side)];
  const numbers = Array.from({ length: outputs }, (_, label) => String(label));
  const classes = output === 'softmax' && notes.classes ? notes.classes : numbers;
  // MNIST's share of ink, where nobody says another.
  const inkSide = notes.inkSide ?? Math.round((Math.max(width, height) * 20) / 28);
  return { width, height, classes, inkSide };
}

/** The page once a file's network is on it. */
export function stateOfModel(
  { snapshot, notes }: OpenedModel,
  state: State,
  evaluation: Evaluation | null,
): Partial<State> {
  const training = notes.training ?? state.training;
  const { epochs: epoch, run, place } = snapshot;
  const startedAt = Date.now();
  const { figures } = notes;
  const last: Epoch = {
    ...{ epoch, examples: place.of, complete: true, learningRate: training.learningRate },
    cost: figures?.trainCost ?? evaluation?.cost ?? 0,
    trainAccuracy: figures?.trainAccuracy ?? evaluation?.accuracy ?? 0,
    testCost: evaluation?.cost ?? figures?.testCost ?? null,
    accuracy: evaluation?.accuracy ?? figures?.testAccuracy ?? null,
    ...{ validationCost: null, validationAccuracy: null, binary: null },
    ...{ seconds: 0, imagesPerSecond: 0 },
  };
  return {
    ...UNTRAINED,
    network: snapshot.network,
    training,
    used: training,
    epochs: [last],
    evaluation,
    checksum: snapshot.sha256,
    firstEpoch: run?.firstEpoch ?? epoch,
    lastEpoch: run ? run.firstEpoch + run.settings.epochs : epoch,
    run: run ? 'paused' : 'idle',
    place: run ? { ...run, best: run.best && { ...run.best, layers: [] } } : null,
    current: { id: `${startedAt}-opened`, startedAt, ...learnsFrom(state) },
    problems: {},
  };
}
