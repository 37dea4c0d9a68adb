// SPDX-License-Identifier: MIT
// Fine-tuning: the network goes on from its weights on a mixture of the person's own drawings and of
// the training data, which keeps it from forgetting the digits of others.
import type { Epoch } from '../../lib/results.ts';
import type { Evaluation } from '../../lib/index.ts';
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import { marksOf } from '../model/change-texts.ts';
import { differing, pick } from '../model/changes.ts';
import type { PageTrainer, Services } from '../model/services.ts';
import { learnsFrom } from '../model/learned-from.ts';
import type { State } from '../model/state.ts';
import { DRAWINGS } from './texts.ts';
import type { Learned, Reached } from '../model/drawings-state.ts';
import type { KeptDrawing } from '../model/drawings-state.ts';
import { toDataSet } from './kept-drawing.ts';
import { learnSettings } from './learn-settings.ts';

interface Options {
  readonly signal: AbortSignal;
  /** Called with 0 ... 1. */
  readonly onProgress: (fraction: number) => void;
}

/**
 * The network of before is kept as a run, to which Undo goes back.
 * @returns null when it was ended or failed, and the network is what it was
 */
export async function learn(
  services: Services,
  drawings: readonly KeptDrawing[],
  { signal, onProgress }: Options,
): Promise<Learned | null> {
  let learned: Learned | null = null;
  await services.exclusively('learn', async (trainer, kept) => {
    const { store } = services;
    const saved = await trainer.save();
    const page = store.state;
    const { progress, step, lastEpoch } = page;
    const began = performance.now();
    try {
      const { reached: before } = await reach(trainer, drawings, page);
      await trainer.setDrawings(toDataSet(drawings));
      const settings = learnSettings(page.used ?? page.training);
      const epochs: Epoch[] = [];
      const training = trainer.train(settings, {
        signal,
        onProgress: (progress) => {
          onProgress((epochs.length + progress.examples / progress.of) / settings.epochs);
          store.update({ progress, step: null, lastEpoch: progress.lastEpoch });
        },
      });
      for await (const epoch of training) epochs.push(epoch);
      const { reached: after, evaluation } = await reach(trainer, drawings, page);
      const seconds = epochs.reduce((sum, one) => sum + one.seconds, 0);
      learned = { drawings: drawings.length, before, after, seconds };
      const undo = kept ?? undefined;
      store.update({
        ...changed(page, epochs, settings, drawings.length),
        evaluation: page.evaluation && evaluation,
        checksum: (await trainer.weights()).sha256,
        current: { ...newRun(), ...learnsFrom(page), from: undo },
        notice: { kind: 'info', text: DRAWINGS.learned(learned), undo },
      });
    } catch (error) {
      await trainer.restore(saved);
      store.update({ progress, step, lastEpoch });
      if (!signal.aborted) throw error;
      const seconds = (performance.now() - began) / 1000;
      store.update({ notice: { kind: 'info', text: DRAWINGS.stopped(seconds) } });
      return;
    }
    await (await services.runs()).keep();
  });
  return learned;
}

function newRun(): { id: string; startedAt: number } {
  return { id: `${Date.now()}-learned`, startedAt: Date.now() };
}

/** What the page shows of the run, which has gone on with other settings. */
function changed(
  state: State,
  fresh: readonly Epoch[],
  settings: TrainSettings,
  drawings: number,
): Partial<State> {
  const { used, training, progress, step, trail } = state;
  const before = used ?? training;
  const names = differing(before, settings).filter((name) => name !== 'epochs');
  const first = fresh[0]?.epoch ?? 1;
  const earlier = state.epochs.filter(({ epoch }) => epoch < first);
  const change = {
    x: trail.at(-1)?.x ?? earlier.at(-1)?.epoch ?? 0,
    updates: step?.updates ?? progress?.updates ?? 0,
    before: pick(before, names),
    after: pick(settings, names),
    drawings,
  };
  const changes = [...state.changes, change];
  return {
    used: settings,
    changes,
    marks: marksOf(changes),
    run: 'idle',
    epochs: [...earlier, ...fresh],
    trail: [],
    step: null,
    kept: null,
    outcome: '',
    lastEpoch: fresh.at(-1)?.epoch ?? state.lastEpoch,
  };
}

/** How the network answers now. */
async function reach(
  trainer: PageTrainer,
  drawings: readonly KeptDrawing[],
  { network, threshold }: State,
): Promise<{ reached: Reached; evaluation: Evaluation | null }> {
  const { images, labels } = toDataSet(drawings);
  const probabilities = await trainer.predict(images);
  const right = countRight(probabilities, labels, network, threshold);
  const evaluation = trainer.data.test ? await trainer.evaluate() : null;
  return { reached: { right, accuracy: evaluation?.accuracy ?? null }, evaluation };
}

/** @param probabilities one number an image for the yes/no question, else one for each class */
export function countRight(
  probabilities: Float32Array,
  labels: Uint8Array,
  { output, positive }: Pick<NetworkSettings, 'output' | 'positive'>,
  threshold: number,
): number {
  const outputs = probabilities.length / labels.length;
  return labels.reduce((sum, label, i) => {
    const own = probabilities.subarray(i * outputs, (i + 1) * outputs);
    const right =
      output === 'sigmoid'
        ? (own[0] ?? 0) >= threshold === (label === positive)
        : own.indexOf(Math.max(...own)) === label;
    return sum + Number(right);
  }, 0);
}
