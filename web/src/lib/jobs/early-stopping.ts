// SPDX-License-Identifier: MIT
import type { CoreTrainer } from '../module.ts';
import type { Epoch } from '../results.ts';

/** The epoch of the lowest validation cost. */
export interface Best {
  readonly epoch: number;
  readonly validationCost: number;
}

/** Watches the validation cost, and keeps the weights of its lowest value. */
export class EarlyStopping {
  readonly #trainer: Pick<CoreTrainer, 'keep' | 'restore'>;
  readonly #patience: number;
  #lowest = Infinity;
  #bestEpoch = 0;

  /**
   * @param patience epochs without a lower cost that are allowed; 0: never stops, keeps nothing
   * @param best what it had seen, whose weights the trainer keeps already
   */
  constructor(trainer: Pick<CoreTrainer, 'keep' | 'restore'>, patience: number, best?: Best) {
    this.#trainer = trainer;
    this.#patience = patience;
    if (!best) return;
    this.#lowest = best.validationCost;
    this.#bestEpoch = best.epoch;
  }

  /** What it would go back to; null where that is nothing yet. */
  get best(): Best | null {
    return this.#bestEpoch > 0 ? { epoch: this.#bestEpoch, validationCost: this.#lowest } : null;
  }

  /** Takes an epoch's figures; true when it is time to stop. */
  isOver({ epoch, validationCost }: Epoch): boolean {
    if (this.#patience === 0 || validationCost === null) return false;
    if (validationCost < this.#lowest) {
      this.#lowest = validationCost;
      this.#bestEpoch = epoch;
      this.#trainer.keep();
    }
    // A cost that never was a number has no best epoch: the cost itself says what is wrong.
    return this.#bestEpoch > 0 && epoch - this.#bestEpoch >= this.#patience;
  }

  /** Goes back to the best weights; their epoch, or the present one where none were kept. */
  restore(epoch: number): number {
    if (this.#bestEpoch === 0) return epoch;
    if (this.#bestEpoch < epoch) this.#trainer.restore();
    return this.#bestEpoch;
  }
}
