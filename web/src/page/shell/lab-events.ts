// SPDX-License-Identifier: MIT
// What a lab tells the page round it. The names and the details are promised: see custom-elements.json.
import type { Epoch } from '../../lib/results.ts';
import { judgeClasses, judgeYesNo } from '../model/certainty.ts';
import { nameOf } from '../model/data-look.ts';
import { presentEpoch } from '../model/selectors.ts';
import type { State } from '../model/state.ts';
import type { Store } from '../model/store.ts';

/** What a run came to. */
export interface Trained {
  /** Epochs since the weights were initialised. */
  readonly epochs: number;
  /** 'early': early stopping has ended it. */
  readonly reason: 'finished' | 'early';
  /** Share of the test images answered correctly, 0 ... 1; null without any. */
  readonly accuracy: number | null;
  readonly testCost: number | null;
  /** Of the training alone. */
  readonly seconds: number;
  /** Of the weights, in hexadecimal: the same settings give the same. */
  readonly sha256: string;
}

/** How something on the pad is read. */
export interface Prediction {
  readonly of: 'drawing' | 'image';
  /** The class, from 0; of the yes/no question 1 for yes and 0 for no. */
  readonly answer: number;
  /** What the answer is called. */
  readonly name: string;
  /** Of each class; of the yes/no question the one of yes. */
  readonly probabilities: readonly number[];
  /** Whether the answer is to be relied on. */
  readonly sure: boolean;
}

export interface LabEvents {
  /** After each epoch. */
  'mlp-epoch': Epoch;
  /** When a run has come to its end; not when it is paused or given up. */
  'mlp-trained': Trained;
  /** Whenever what is on the pad is read anew: a stroke later, or with other weights. */
  'mlp-prediction': Prediction;
}

type Tell = <Name extends keyof LabEvents>(name: Name, detail: LabEvents[Name]) => void;

/**
 * Tells the page round the lab what happens in it.
 * @returns the function that ends it
 */
export function tellEvents(store: Store<State>, lab: EventTarget): () => void {
  const tell: Tell = (name, detail) => {
    lab.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  };
  let before = store.state;
  return store.subscribe((state) => {
    const last = before;
    before = state;
    tellChanges(last, state, tell);
  });
}

function tellChanges(before: State, now: State, tell: Tell): void {
  const epoch = now.epochs.at(-1);
  const fresh = now.epochs !== before.epochs && epoch && !before.epochs.includes(epoch);
  // What is fetched from the list of runs was told when it was trained.
  const works = now.busy === null && (now.run !== 'idle' || now.step !== null);
  if (fresh && works) tell('mlp-epoch', epoch);
  const { checksum, outcome, run, busy } = now;
  const ended = checksum && !before.checksum && outcome && run === 'idle' && busy === null;
  if (ended) tell('mlp-trained', trained(now, checksum));
  if (now.reading !== before.reading && now.reading) {
    tell('mlp-prediction', prediction(now, [...now.reading.probabilities]));
  }
}

function trained(state: State, sha256: string): Trained {
  const last = presentEpoch(state);
  return {
    epochs: state.kept ?? last?.epoch ?? 0,
    reason: state.kept === null ? 'finished' : 'early',
    accuracy: last?.accuracy ?? null,
    testCost: last?.testCost ?? null,
    seconds: state.epochs.reduce((sum, { seconds }) => sum + seconds, 0),
    sha256,
  };
}

function prediction({ look, padImage, threshold }: State, probabilities: number[]): Prediction {
  const [yes = 0] = probabilities;
  const classes = probabilities.length > 1;
  const { first, sure } = classes ? judgeClasses(probabilities) : judgeYesNo(yes, threshold);
  const { answer } = first;
  const name = classes ? nameOf(look, answer) : answer === 1 ? 'yes' : 'no';
  return { of: padImage ? 'image' : 'drawing', answer, name, probabilities, sure };
}
