// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { emit } from '../model/events.ts';
import type { Dropped } from '../model/state.ts';
import { base } from '../ui/styles.ts';
import { NAMES } from '../model/names.ts';

const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

/** The page as a place to drop files on: they go to the panel for own data. */
export class DropZone extends LitElement {
  static override get properties() {
    return { whole: { type: Boolean }, over: { state: true } };
  }

  /** The page is the lab's own; on others only what falls on the lab is its. */
  declare whole: boolean;

  /** Files are dragged over the page. */
  declare over: boolean;

  #ending = new AbortController();

  static override styles = [
    base,
    css`
      div {
        position: fixed;
        inset: 0;
        z-index: 20;
        display: grid;
        place-content: center;
        border: 3px dashed var(--accent);
        background: color-mix(in srgb, var(--paper) 85%, transparent);
        font-size: 1.25rem;
        font-weight: 600;
        pointer-events: none;
      }
    `,
  ];

  constructor() {
    super();
    this.whole = false;
    this.over = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#ending = new AbortController());
    const listen = (type: 'dragover' | 'dragleave' | 'drop', react: (event: DragEvent) => void) =>
      addEventListener(type, (event) => this.#isOurs(event) && react(event), { signal });
    listen('dragover', (event) => {
      event.preventDefault(); // else the browser would leave the page for the file
      this.over = true;
    });
    listen('dragleave', ({ relatedTarget }) => (this.over = relatedTarget !== null));
    listen('drop', (event) => {
      event.preventDefault();
      this.over = false;
      const dropped = droppedOf(event);
      void modelOf(dropped).then((model) =>
        model ? emit(this, 'mlp-model', model) : emit(this, 'mlp-own', dropped),
      );
    });
  }

  #isOurs(event: DragEvent): boolean {
    if (event.defaultPrevented || !hasFiles(event)) return false;
    const { host } = this.getRootNode() as ShadowRoot;
    return this.whole || this.over || event.composedPath().includes(host);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ending.abort();
  }

  override render() {
    return this.over ? html`<div aria-hidden="true">${NAMES.dropHere}</div>` : nothing;
  }
}

/** Files that only networks are kept in; those of PyTorch and Keras are refused with a word how. */
const MODEL = /\.(safetensors|onnx|json|npz|pt|pth|h5|keras)$/i;
/** In a zip that was made here to go on in PyTorch. */
const INSIDE = 'model.safetensors';

/** The one file that was dropped, where it is one of a network. */
async function modelOf([file, ...others]: readonly Dropped[]): Promise<File | null> {
  if (!(file instanceof File) || others.length > 0) return null;
  if (MODEL.test(file.name)) return file;
  if (!file.name.toLowerCase().endsWith('.zip')) return null;
  // The list of what is in it stands at its end.
  const end = await file
    .slice(-4096)
    .text()
    .catch(() => '');
  return end.includes(INSIDE) ? file : null;
}

/** Files and folders; they can be had only now, while the event lasts. */
function droppedOf({ dataTransfer }: DragEvent): Dropped[] {
  return [...(dataTransfer?.items ?? [])].flatMap((item): Dropped[] => {
    // Some browsers lack it, and files that no disk holds have none.
    const entry = (item as Partial<DataTransferItem>).webkitGetAsEntry?.call(item);
    if (entry?.isDirectory) return [entry];
    const file = item.kind === 'file' ? item.getAsFile() : null;
    return file ? [file] : [];
  });
}

customElements.define('mlp-drop-zone', DropZone);
