// SPDX-License-Identifier: MIT

/** What went wrong, for programs; the message says it for people. */
export type ErrorCode =
  | 'badSetting' // a setting is outside its limits; `setting` names it
  | 'badData' // images, labels or a file are not what they should be
  | 'noData' // asked to train or evaluate before data was loaded
  | 'badState' // the call does not fit what is under way
  | 'diverged' // the cost became infinite or not a number; the last good weights are kept
  | 'noMemory' // there is not enough memory
  | 'unsupported' // this browser or Node lacks something that is needed
  | 'crashed' // the worker stopped; the next call starts a new one, without data
  | 'disposed' // the trainer was disposed
  | 'internal'; // a mistake of the library; please report it

/** Every error that the library throws, but for an abort, which throws the signal's reason. */
export class ScratchpadError extends Error {
  override readonly name = 'ScratchpadError';
  readonly code: ErrorCode;
  /** With code 'badSetting': the name of the setting, such as 'layers'. */
  readonly setting: string | undefined;

  constructor(code: ErrorCode, message: string, setting?: string) {
    super(message);
    this.code = code;
    this.setting = setting;
  }
}

/** @throws ScratchpadError 'badData' */
export function badData(message: string): never {
  throw new ScratchpadError('badData', message);
}

/** What was thrown, in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** An error as it crosses from the worker. */
export interface ErrorMessage {
  readonly code: ErrorCode;
  readonly message: string;
  readonly setting?: string | undefined;
}

export function toErrorMessage(error: unknown): ErrorMessage {
  if (error instanceof ScratchpadError) {
    return { code: error.code, message: error.message, setting: error.setting };
  }
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  // WebAssembly's trap, or no memory for a large array: the module must not be used any more.
  if (name === 'RuntimeError' || name === 'RangeError') {
    return { code: 'crashed', message: `The training worker failed: ${message}.` };
  }
  return { code: 'internal', message: `Unexpected error in the training worker: ${message}.` };
}

export function fromErrorMessage({ code, message, setting }: ErrorMessage): ScratchpadError {
  return new ScratchpadError(code, message, setting);
}
