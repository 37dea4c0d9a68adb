// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { html, LitElement, nothing } from 'lit';
import type { StrokePoint } from '../../lib/strokes.ts';
import { emit } from '../model/events.ts';
import type { DataImage } from '../model/state.ts';
import { base, squared } from '../ui/styles.ts';
import { NAMES } from '../model/names.ts';
import { PAD } from './texts.ts';
import '../ui/help/help-button.ts';
import { padStyles } from './drawing-pad-styles.ts';
import { drawImage, drawStrokes, KeyPen, type Line, PAD_SIDE } from './pad-pen.ts';
import { followTheme } from '../ui/contexts.ts';

/**
 * Squared paper to draw a digit on, by mouse, pen, finger or keyboard. An image of the data may
 * stand on it instead, until someone draws or clears.
 */
export class DrawingPad extends LitElement {
  static override get properties() {
    return {
      theme: { state: true },
      strokes: { state: true },
      keyboard: { state: true },
    };
  }

  /** Another theme, other colours. */
  declare theme: string;
  declare strokes: readonly Line[];
  /** The pen is moved by keys. */
  declare keyboard: boolean;

  readonly #page = selectPage(this, ({ padImage, look, redrawn }) => ({
    ...{ image: padImage, look, redrawn },
  }));
  /** The one that stood there last. */
  #image: DataImage | null = null;
  #redrawn: readonly Line[] | null = null;
  readonly #pen = new KeyPen();
  /** The pointer that draws. */
  #pointer: number | null = null;
  #frame = 0;
  readonly #resizes = new ResizeObserver(() => this.#schedule());

  static override styles = [base, squared, padStyles];

  constructor() {
    super();
    followTheme(this);
    this.theme = '';
    this.strokes = [];
    this.keyboard = false;
  }

  override willUpdate(): void {
    const { image, redrawn } = this.#page.value;
    if (redrawn !== this.#redrawn) this.strokes = redrawn ?? [];
    this.#redrawn = redrawn;
    if (image === this.#image) return;
    this.#image = image;
    if (!image) return;
    this.#pen.down = false;
    this.strokes = [];
  }

  override render() {
    const { image, look } = this.#page.value;
    const empty = this.strokes.length === 0 && !image;
    return html`
      <div class="head">
        <slot></slot>
        <mlp-help topic="pad" label=${PAD.about}></mlp-help>
        <div class="buttons">
          <button type="button" class="plain" ?disabled=${empty} @click=${this.#undo}>
            ${NAMES.undo}
          </button>
          <button type="button" class="plain" ?disabled=${empty} @click=${this.#clear}>
            ${NAMES.clear}
          </button>
        </div>
      </div>
      <div class="paper squared">
        <canvas
          tabindex="0"
          role="application"
          aria-label=${NAMES.pad}
          aria-describedby="keys"
          @pointerdown=${this.#down}
          @pointermove=${this.#move}
          @pointerup=${this.#up}
          @pointercancel=${this.#up}
          @keydown=${this.#key}
          @blur=${this.#lift}
        ></canvas>
        ${
          empty && !this.keyboard
            ? html`<div class="here" aria-hidden="true">${PAD.here(look)}</div>`
            : nothing
        }
        ${image ? html`<p class="which">${PAD.image(image, look)}</p>` : nothing}
      </div>
      <p id="keys" class=${this.keyboard ? 'quiet keys' : 'hidden-visually'}>${PAD.keys}</p>
    `;
  }

  override firstUpdated(): void {
    const canvas = this.#canvas;
    if (canvas) this.#resizes.observe(canvas);
  }

  override updated(): void {
    this.#schedule();
  }

  get #canvas(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas');
  }

  #schedule(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const canvas = this.#canvas;
      const side = Math.round((canvas?.clientWidth ?? 0) * devicePixelRatio);
      if (!canvas || side === 0) return;
      if (canvas.width !== side) canvas.width = canvas.height = side;
      const ink = getComputedStyle(this).getPropertyValue('--ink');
      const { image, look } = this.#page.value;
      if (image) drawImage(canvas, image.image, look, ink);
      else drawStrokes(canvas, this.strokes, ink, this.keyboard ? this.#pen : null);
    });
  }

  #set(strokes: readonly Line[]): void {
    this.strokes = strokes;
    emit(this, 'mlp-strokes', strokes);
  }

  #begin(point: StrokePoint): void {
    this.#set([...this.strokes, [point]]);
  }

  /** Adds points to the last stroke. */
  #extend(points: Line): void {
    const last = this.strokes.at(-1) ?? [];
    this.#set([...this.strokes.slice(0, -1), [...last, ...points]]);
  }

  #down = (event: PointerEvent): void => {
    if (this.#pointer !== null || event.button !== 0) return;
    this.#pointer = event.pointerId;
    this.#canvas?.setPointerCapture(event.pointerId);
    this.keyboard = false;
    this.#begin(this.#place(event));
  };

  #move = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return;
    // Missing in older WebKit.
    const all = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
    this.#extend((all.length > 0 ? all : [event]).map((one) => this.#place(one)));
  };

  #up = (event: PointerEvent): void => {
    if (event.pointerId === this.#pointer) this.#pointer = null;
  };

  #place({ clientX, clientY, target, pointerType, pressure }: PointerEvent): StrokePoint {
    const { left, top, width, height } = (target as Element).getBoundingClientRect();
    const x = ((clientX - left) / width) * PAD_SIDE;
    const y = ((clientY - top) / height) * PAD_SIDE;
    // Mice and fingers tell nothing of it.
    return pointerType === 'pen' && pressure > 0 ? { x, y, pressure } : { x, y };
  }

  #key = (event: KeyboardEvent): void => {
    const pen = this.#pen;
    if (event.key === 'z' && (event.ctrlKey || event.metaKey)) this.#undo();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'Backspace') this.#undo();
    else if (event.key === 'Delete' || event.key === 'Escape') this.#clear();
    else if (event.key === ' ') {
      pen.down = !pen.down;
      if (pen.down) this.#begin({ x: pen.x, y: pen.y });
      this.keyboard = true;
    } else if (pen.move(event.key, event.shiftKey)) {
      if (pen.down) this.#extend([{ x: pen.x, y: pen.y }]);
      this.keyboard = true;
    } else return;
    event.preventDefault();
    this.requestUpdate();
  };

  #undo = (): void => {
    this.#pen.down = false;
    this.#set(this.strokes.slice(0, -1));
  };

  #clear = (): void => {
    this.#pen.down = false;
    this.#set([]);
  };

  #lift = (): void => {
    this.#pen.down = false;
    this.keyboard = false;
  };
}

customElements.define('mlp-drawing-pad', DrawingPad);
