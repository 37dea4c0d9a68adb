// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { emit } from '../events.ts';
import type { DataImage } from '../store.ts';
import { base, squared } from '../styles.ts';
import { NAMES, PAD } from '../texts.ts';
import './help-button.ts';
import { drawImage, drawStrokes, KeyPen, type Line, PAD_SIDE } from './pad-pen.ts';

/**
 * Squared paper to draw a digit on, by mouse, pen, finger or keyboard. An image of the data may
 * stand on it instead, until someone draws or clears.
 */
export class DrawingPad extends LitElement {
  static override properties = {
    theme: {},
    image: { attribute: false },
    strokes: { state: true },
    keyboard: { state: true },
  };

  /** Another theme, other colours. */
  declare theme: string;
  declare image: DataImage | null;
  declare strokes: readonly Line[];
  /** The pen is moved by keys. */
  declare keyboard: boolean;

  readonly #pen = new KeyPen();
  /** The pointer that draws. */
  #pointer: number | null = null;
  #frame = 0;
  readonly #resizes = new ResizeObserver(() => this.#schedule());

  static override styles = [
    base,
    squared,
    css`
      .head {
        display: flex;
        align-items: center;
        margin-bottom: 0.35rem;
        container-type: inline-size;
        white-space: nowrap;
      }

      /* Beside another view on a phone there is no room for it. */
      @container (max-width: 16rem) {
        mlp-help {
          display: none;
        }
      }

      .buttons {
        display: flex;
        margin-inline: auto -0.4rem;
      }

      ::slotted(h2) {
        white-space: nowrap;
      }

      .buttons button {
        padding-inline: 0.4rem;
      }

      .paper {
        --square: calc(100% / 14);
        position: relative;
        width: min(100%, var(--pad-side, 20rem));
        aspect-ratio: 1;
        margin-inline: auto;
        border: 1px solid var(--line);
      }

      canvas {
        display: block;
        width: 100%;
        height: 100%;
        cursor: crosshair;
        touch-action: none;
      }

      .here {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        color: var(--muted);
        pointer-events: none;
      }

      /* In the margin that images of the data have. */
      .which {
        position: absolute;
        inset: auto 0 1px;
        color: var(--muted);
        font-size: 0.75rem;
        line-height: 1.2;
        text-align: center;
        pointer-events: none;
      }

      .keys {
        margin-top: 0.25rem;
      }
    `,
  ];

  constructor() {
    super();
    this.theme = '';
    this.image = null;
    this.strokes = [];
    this.keyboard = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('image') || !this.image) return;
    this.#pen.down = false;
    this.strokes = [];
  }

  override render() {
    const { image } = this;
    const empty = this.strokes.length === 0 && !image;
    return html`
      <div class="head">
        <slot></slot>
        <mlp-help topic="pad" label=${PAD.about}></mlp-help>
        <div class="buttons">
          <slot name="options"></slot>
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
            ? html`<div class="here" aria-hidden="true">${PAD.here}</div>`
            : nothing
        }
        ${image ? html`<p class="which">${PAD.image(image)}</p>` : nothing}
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
      if (this.image) drawImage(canvas, this.image.image, ink);
      else drawStrokes(canvas, this.strokes, ink, this.keyboard ? this.#pen : null);
    });
  }

  #set(strokes: readonly Line[]): void {
    this.strokes = strokes;
    emit(this, 'mlp-strokes', strokes);
  }

  #begin(x: number, y: number): void {
    this.#set([...this.strokes, [x, y]]);
  }

  /** Adds x, y, x, y ... to the last stroke. */
  #extend(points: Line): void {
    const last = this.strokes.at(-1) ?? [];
    this.#set([...this.strokes.slice(0, -1), [...last, ...points]]);
  }

  #down = (event: PointerEvent): void => {
    if (this.#pointer !== null || event.button !== 0) return;
    this.#pointer = event.pointerId;
    this.#canvas?.setPointerCapture(event.pointerId);
    this.keyboard = false;
    this.#begin(...this.#place(event));
  };

  #move = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return;
    // Missing in older WebKit.
    const all = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
    this.#extend((all.length > 0 ? all : [event]).flatMap((one) => this.#place(one)));
  };

  #up = (event: PointerEvent): void => {
    if (event.pointerId === this.#pointer) this.#pointer = null;
  };

  #place(event: PointerEvent): [number, number] {
    const { left, top, width, height } = (event.target as Element).getBoundingClientRect();
    return [
      ((event.clientX - left) / width) * PAD_SIDE,
      ((event.clientY - top) / height) * PAD_SIDE,
    ];
  }

  #key = (event: KeyboardEvent): void => {
    const pen = this.#pen;
    if (event.key === 'z' && (event.ctrlKey || event.metaKey)) this.#undo();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'Backspace') this.#undo();
    else if (event.key === 'Delete' || event.key === 'Escape') this.#clear();
    else if (event.key === ' ') {
      pen.down = !pen.down;
      if (pen.down) this.#begin(pen.x, pen.y);
      this.keyboard = true;
    } else if (pen.move(event.key, event.shiftKey)) {
      if (pen.down) this.#extend([pen.x, pen.y]);
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
