// SPDX-License-Identifier: MIT
import type { CoreTrainer } from '../module.ts';
import type { Epoch } from '../protocol.ts';

/** Watches the validation cost, and keeps the weights of its lowest value. */
export class EarlyStopping {
  readonly #trainer: Pick<CoreTrainer, 'keep' | 'restore'>;
  readonly #patience: number;
  #lowest = Infinity;
  #bestEpoch = 0;
  #lastEpoch = 0;

  /** @param patience epochs without a lower cost that are allowed; 0: never stops, keeps nothing */
  constructor(trainer: Pick<CoreTrainer, 'keep' | 'restore'>, patience: number) {
    this.#trainer = trainer;
    this.#patience = patience;
  }

  /** Takes an epoch's figures; true when it is time to stop. */
  isOver({ epoch, validationCost }: Epoch): boolean {
    this.#lastEpoch = epoch;
    if (this.#patience === 0 || validationCost === null) return false;
    if (validationCost < this.#lowest) {
      this.#lowest = validationCost;
      this.#bestEpoch = epoch;
      this.#trainer.keep();
    }
    return epoch - this.#bestEpoch >= this.#patience;
  }

  /** Goes back to the best weights; their epoch, or 0 where none were kept. */
  restore(): number {
    if (this.#bestEpoch > 0 && this.#bestEpoch < this.#lastEpoch) this.#trainer.restore();
    return this.#bestEpoch;
  }
}
