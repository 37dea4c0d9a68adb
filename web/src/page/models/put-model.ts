// SPDX-License-Identifier: MIT
import type { OpenedModel } from '../../lib/formats/model.ts';
import { STATUS } from '../model/texts.ts';
import type { PageTrainer, Services } from '../model/services.ts';
import { otherSizeState } from '../runs/index.ts';
import { lookOfModel, type Measured, stateOfModel } from './model-notes.ts';
import { MODELS } from './texts.ts';

/**
 * Puts a file's network in the place of the page's, which is kept first.
 * @throws why it could not be; the network of the page is then the one that it was
 */
export async function putModel(
  services: Services,
  model: OpenedModel,
  file: string,
): Promise<void> {
  const { store, route } = services;
  const { busy } = store.state;
  if (busy) throw new Error(STATUS.busy[busy]);
  if (!services.trainer) throw new Error(MODELS.starting);
  const name = model.notes.name || file.replace(/\.\w+$/, '');
  let undo: string | undefined;
  const failures: unknown[] = [new Error(MODELS.notKept)]; // unless its turn comes
  await services.exclusively('restore', async (trainer, kept) => {
    failures.length = 0;
    undo = kept ?? undefined;
    await take(services, trainer, model).catch((error: unknown) => failures.push(error));
  });
  if (failures.length > 0) throw failures[0];
  const runs = await services.runs();
  runs.rename(await runs.keep(), name);
  const { current, evaluation } = store.state;
  const text = current?.otherSize
    ? MODELS.openedOther(name)
    : MODELS.opened(name, evaluation?.accuracy ?? null);
  store.update({ notice: { kind: 'info', text, undo } });
  route.go('#train');
}

async function take(services: Services, trainer: PageTrainer, model: OpenedModel): Promise<void> {
  const { store } = services;
  const loaded = services.lookOf(store.state.choice) ?? store.state.look;
  const look = lookOfModel(model, loaded);
  await trainer.restore(model.snapshot);
  const measured = look ? { train: null, test: null } : await measure(services, trainer);
  const state = stateOfModel(model, store.state, measured);
  if (!look || !state.current) {
    store.update({ ...state, look: loaded });
    return;
  }
  const current = { ...state.current, otherSize: true };
  store.update({ ...state, run: 'idle', place: null, ...otherSizeState(look, loaded), current });
}

async function measure({ store }: Services, trainer: PageTrainer): Promise<Measured> {
  const { data } = store.state;
  if (data.kind !== 'ready') return { train: null, test: null };
  const test = data.info.test ? await trainer.evaluate() : null;
  return { train: await trainer.evaluate('train'), test };
}
