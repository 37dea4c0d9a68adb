// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { styled } from '../../ui/styled.ts';
import { base } from '../../ui/styles.ts';
import { CODE } from './texts.ts';
import { tell } from '../notes-state.ts';
import { CODE_PLACES, type CodeKey } from './code-places.ts';
import { findLines, headOf, type Lines } from './find-lines.ts';
import { loadSource } from './load-source.ts';
import '../formula.ts';

/** In letters: an argument below its first would else have no room in a narrow panel. */
const MOST_INDENT = 12;

/** The C++ that computes a formula: its file with the lines marked, and what the file says of itself. */
export class CodePanel extends LitElement {
  static override get properties() {
    return {
      key: {},
      compiled: { attribute: false },
      source: { state: true },
      problem: { state: true },
    };
  }

  declare key: CodeKey;
  /** The formula. */
  declare compiled: string;
  declare source: { readonly path: string; readonly text: string } | null;
  declare problem: string;

  /** Settles when the code of the formula stands there. */
  shown: Promise<unknown> = Promise.resolve();

  static override styles = [
    base,
    css`
      :host {
        --code: ui-monospace, 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.4rem;
        align-content: start;
      }

      .head {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        justify-content: space-between;
      }

      .path {
        overflow-wrap: anywhere;
        font-family: var(--code);
        font-size: 0.8125rem;
      }

      .file {
        max-height: min(30rem, 60dvh);
        border: 1px solid var(--line);
        background: var(--sheet);
        overflow: auto;
      }

      ol {
        position: relative;
        margin: 0;
        padding: 0.3rem 0;
        list-style: none;
        counter-reset: line;
        font: 0.75rem/1.5 var(--code);
      }

      li {
        display: flex;
        padding-inline-end: 0.5rem;
        border-inline-start: 4px solid transparent;
        counter-increment: line;
      }

      li::before {
        flex: none;
        width: 2.25rem;
        padding-inline-end: 0.6rem;
        color: var(--muted);
        text-align: end;
        content: counter(line);
      }

      code {
        font: inherit;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        /* What does not fit on a line goes on below, further in. */
        padding-inline-start: calc(var(--indent) * 1ch + 2ch);
        text-indent: -2ch;
      }

      .comment {
        color: var(--muted);
      }

      li.marked {
        border-inline-start-color: var(--accent);
        background: color-mix(in srgb, var(--accent) 14%, var(--sheet));
      }

      li.marked code {
        color: var(--ink);
        font-weight: 600;
      }

      mark {
        background: none;
        color: inherit;
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.15rem 0.75rem;
        margin: 0;
        font-size: 0.8125rem;
      }

      dt {
        color: var(--muted);
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    this.source = null;
    this.problem = '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('key')) this.shown = this.#load(CODE_PLACES[this.key].path);
  }

  async #load(path: string): Promise<void> {
    if (this.source?.path === path) return;
    this.problem = '';
    this.source = null;
    try {
      const text = (await loadSource(path)).trimEnd();
      if (CODE_PLACES[this.key].path === path) this.source = { path, text };
    } catch {
      this.problem = CODE.failed;
    }
    await this.updateComplete;
  }

  override render() {
    const place = CODE_PLACES[this.key];
    const { source, problem } = this;
    const lines = source ? findLines(source.text, place) : null;
    return html`
      <div class="head">
        <h3 tabindex="-1">${CODE.title}</h3>
        <button type="button" @click=${() => tell(this, 'notes-code', null)}>${CODE.hide}</button>
      </div>
      <mlp-formula .compiled=${this.compiled}></mlp-formula>
      <p class="path">${place.path}</p>
      <p class="quiet" role="status">
        ${problem || (source ? describe(lines, place.path) : CODE.loading)}
      </p>
      ${
        source
          ? html`
              <div class="file" tabindex="0" role="group" aria-label=${CODE.scrolls(place.path)}>
                <ol role="list">
                  ${source.text.split('\n').map((line, i) => lineOf(line, i, lines))}
                </ol>
              </div>
              ${this.#head(source.text)}
            `
          : nothing
      }
    `;
  }

  /** The marked line stands in view, with what is above it. */
  override updated(): void {
    const marked = this.renderRoot.querySelector<HTMLElement>('li.marked');
    const file = this.renderRoot.querySelector('.file');
    if (!marked || !file) return;
    file.scrollTop = marked.offsetTop - file.clientHeight / 3;
  }

  #head(text: string) {
    const { section, calledBy, fastTwin, heldTogetherBy } = headOf(text);
    const row = (name: string, value: string | undefined, help = '') =>
      value
        ? html`<dt>${name}</dt>
            <dd>${value} ${help ? html`<span class="quiet">(${help})</span>` : nothing}</dd>`
        : nothing;
    return html`
      <dl>
        ${row(CODE.section, section && CODE.sectionOf(section))} ${row(CODE.calledBy, calledBy)}
        ${row(CODE.fastTwin, fastTwin, CODE.twinHelp)} ${row(CODE.heldTogetherBy, heldTogetherBy)}
      </dl>
    `;
  }
}

function describe(lines: Lines | null, path: string): string {
  return lines ? CODE.marked(lines.from + 1, lines.to + 1) : CODE.lost(path);
}

function lineOf(line: string, i: number, lines: Lines | null) {
  const marked = lines !== null && i >= lines.from && i <= lines.to;
  const indent = Math.min(line.length - line.trimStart().length, MOST_INDENT);
  const text = line.trim();
  const kind = text.startsWith('//') ? 'comment' : '';
  return html`<li class=${marked ? 'marked' : ''}>
    <code class=${kind} .style=${styled(`--indent: ${indent}`)}
      >${marked ? html`<mark>${text}</mark>` : text}</code
    >
  </li>`;
}

customElements.define('mlp-code-panel', CodePanel);
