// SPDX-License-Identifier: MIT
import { ScratchpadError } from '../../lib/errors.ts';
import { judgeClasses, judgeYesNo } from '../model/certainty.ts';
import type { KeptThing } from '../model/kept-thing.ts';
import type { DrawingKeeper, Services } from '../model/services.ts';
import { isDigits } from '../model/data-look.ts';
import type { State } from '../model/state.ts';
import { compactStroke } from '../model/stroke-points.ts';
import { DRAWINGS } from './texts.ts';
import { DrawingCollection } from './drawing-collection.ts';
import { openDrawingStore } from './drawing-store.ts';
import { type DrawingsState, NO_DRAWINGS } from '../model/drawings-state.ts';
import type { KeptDrawing } from '../model/drawings-state.ts';
import { bytesOf, MOST_DRAWINGS, toDataSet } from './kept-drawing.ts';
import { learn } from './learn.ts';
import { Store } from '../model/store.ts';

/** Keeps the person's drawings with their labels, and has the network learn from them. */
export class DrawingsController implements DrawingKeeper {
  readonly #services: Services;
  readonly #collection: DrawingCollection;
  /** What it shows. */
  readonly shown = new Store<DrawingsState>(NO_DRAWINGS);
  readonly kept: KeptThing = {
    name: DRAWINGS.all,
    measure: () => {
      const { drawings } = this.#collection;
      return Promise.resolve({ count: drawings.length, bytes: bytesOf(drawings) });
    },
    clear: () => this.#clear(),
  };
  /** What the last label was told of, and what stood there before. */
  #last: { readonly id: string; readonly before: KeptDrawing | undefined } | null = null;
  #abort: AbortController | null = null;

  private constructor(services: Services, collection: DrawingCollection) {
    this.#services = services;
    this.#collection = collection;
    this.#show();
  }

  static async open(services: Services): Promise<DrawingsController> {
    const collection = await DrawingCollection.open(await openDrawingStore());
    return new DrawingsController(services, collection);
  }

  /** Keeps what is on the pad. Told again of the same drawing, the new label counts. */
  keep(label: number): void {
    const { state } = this.#services.store;
    const { reading, drawn } = state;
    if (!reading || !drawn || !isDigits(state.look)) return;
    const before = this.#collection.find(drawn.id);
    if (!before && this.#collection.size >= MOST_DRAWINGS) {
      this.#show({ problem: DRAWINGS.full(MOST_DRAWINGS) });
      return;
    }
    this.#last = { id: drawn.id, before };
    this.#put([
      {
        version: 1,
        id: drawn.id,
        at: before?.at ?? Date.now(),
        label,
        answer: answerOf(state),
        image: reading.image.slice(),
        strokes: drawn.strokes.map(compactStroke),
      },
    ]);
  }

  relabel(id: string, label: number): void {
    const before = this.#collection.find(id);
    if (!before || before.label === label) return;
    this.#last = { id, before };
    this.#put([{ ...before, label }]);
  }

  /** Takes back the label that was told last. */
  undo(): void {
    const last = this.#last;
    this.#last = null;
    if (last?.before) this.#put([last.before]);
    else if (last) {
      this.#collection.remove([last.id]);
      this.#show();
    }
  }

  remove(ids: readonly string[]): void {
    this.#last = null;
    this.#show({ removed: this.#collection.remove(ids) });
    void this.#collection.written.then(() => this.#show());
  }

  async #clear(): Promise<void> {
    this.#collection.problem = ''; // of this alone it is told
    this.remove(this.#collection.drawings.map(({ id }) => id));
    this.#show({ removed: [] });
    await this.#collection.written;
    const { problem } = this.#collection;
    if (problem) throw new Error(problem);
  }

  undoRemove(): void {
    // One that was kept again meanwhile has a newer label.
    const gone = this.shown.state.removed.filter(({ id }) => !this.#collection.find(id));
    this.#put(gone, { removed: [] });
  }

  /**
   * Gives the trainer the drawings, for settings that mix them in.
   * @throws ScratchpadError 'noData' when none is kept
   */
  async give(): Promise<void> {
    const { drawings } = this.shown.state;
    if (drawings.length === 0) throw new ScratchpadError('noData', DRAWINGS.noneToLearn);
    await this.#services.trainer?.setDrawings(toDataSet(drawings));
  }

  /** Some quick epochs on a mixture of the drawings and the training data. */
  async learn(): Promise<void> {
    const { drawings } = this.shown.state;
    if (this.#abort || drawings.length === 0) return;
    const abort = (this.#abort = new AbortController());
    this.#show({ learning: 0, learned: null });
    const learned = await learn(this.#services, drawings, {
      signal: abort.signal,
      onProgress: (learning) => this.#show({ learning }),
    });
    this.#abort = null;
    this.#show({ learning: null, learned });
  }

  /** Ends that; the network is then what it was before. */
  stop(): void {
    this.#abort?.abort();
  }

  #put(drawings: readonly KeptDrawing[], change: Partial<DrawingsState> = {}): void {
    this.#collection.put(drawings);
    this.#show({ problem: '', ...change });
    void this.#collection.written.then(() => this.#show());
  }

  #show(change: Partial<DrawingsState> = {}): void {
    const { drawings, lasting, problem } = this.#collection;
    const kept = { drawings, lasting, last: this.#last?.id ?? null };
    const wrong = problem ? { problem: DRAWINGS.problem(problem) } : {};
    this.shown.update({ ...kept, ...change, ...wrong });
  }
}

/** What the network takes the drawing for. */
function answerOf({ reading, network, threshold }: State): number | null {
  const probabilities = reading?.probabilities ?? [];
  if (network.output === 'softmax') return judgeClasses(probabilities).first.answer;
  const yes = judgeYesNo(probabilities[0] ?? 0, threshold).first.answer === 1;
  return yes ? network.positive : null;
}
