// SPDX-License-Identifier: MIT
// A network to the bytes of a file. Each writer is loaded when it is first asked for.
import { bad, checkNames, checkOneOf } from '../checks.ts';
import { checkSnapshot } from '../check-snapshot.ts';
import { checkNotes } from './check-notes.ts';
import type { ModelForm } from './forms.ts';
import { type Model, type ModelNotes, NO_NOTES } from './model.ts';

export interface ExportOptions {
  /**
   * Of safetensors: with what the optimizer remembers, so that training goes on to the same bits; false
   * when absent. 'continue' has it always, and the others have no place for it.
   */
  readonly memory?: boolean;
}

/** Bytes that are their own: as Blob and fetch() take them. */
export type FileBytes = Uint8Array<ArrayBuffer>;

type Writer = (model: Model, options: ExportOptions) => Uint8Array | Promise<Uint8Array>;

const WRITERS: Readonly<Record<ModelForm, () => Promise<Writer>>> = {
  safetensors: async () => (await import('./safetensors/write.ts')).writeSafetensors,
  onnx: async () => (await import('./onnx/write.ts')).writeOnnx,
  pytorch: async () => (await import('./pytorch.ts')).writePytorch,
  npz: async () => (await import('./npz.ts')).writeNpz,
  json: async () => (await import('./json.ts')).writeJson,
  c: async () => (await import('./documents/c.ts')).writeC,
  html: async () => (await import('./documents/html.ts')).writeHtml,
  'code-numpy': async () => (await import('./documents/code-numpy.ts')).writeCodeNumpy,
  'code-pytorch': async () => (await import('./documents/code-pytorch.ts')).writeCodePytorch,
  'code-keras': async () => (await import('./documents/code-keras.ts')).writeCodeKeras,
  'code-cpp': async () => (await import('./documents/code-cpp.ts')).writeCodeCpp,
  continue: async () => (await import('./documents/continue.ts')).writeContinue,
};

function checkOptions(form: ModelForm, options: ExportOptions): void {
  checkOneOf('form', form, Object.keys(WRITERS));
  checkNames('export()', options, ['memory']);
  const { memory = false } = options;
  if (typeof memory !== 'boolean') bad('memory', `must be true or false, not ${String(memory)}.`);
  if (memory && form !== 'safetensors' && form !== 'continue') {
    bad('memory', `${form} has no place for what the optimizer remembers; safetensors has.`);
  }
}

/**
 * The bytes of a file of this form.
 * @param model its notes: what differs from NO_NOTES
 * @throws ScratchpadError 'badSetting' for a form that there is not, or notes that do not fit the
 *   network; 'badData' when the snapshot is none
 */
export async function exportModel(
  model: { readonly snapshot: Model['snapshot']; readonly notes?: Partial<ModelNotes> },
  form: ModelForm,
  options: ExportOptions = {},
): Promise<FileBytes> {
  checkOptions(form, options);
  const { snapshot } = model;
  const notes = { ...NO_NOTES, ...model.notes };
  checkSnapshot(snapshot);
  checkNotes(notes, snapshot.network);
  const write = await WRITERS[form]();
  return Uint8Array.from(await write({ snapshot, notes }, options));
}
